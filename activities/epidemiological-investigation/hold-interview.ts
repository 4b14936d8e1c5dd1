import { Questionnaire } from '../../domain/diagnostic-testing/survey/questionnaire.ts';
import { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import { caseId as caseIdOf, personId as personIdOf, surveyId } from '../../domain/shared-kernel/id.ts';
import { ROUTE_INTERVIEW } from '../../domain/diagnostic-testing/survey/route-interview.ts';
import { visitsTold } from '../../domain/epidemiological-investigation/route/interview.ts';
import { ANSWERED_WITHIN_HOURS } from '../../domain/epidemiological-investigation/route/patience.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create } from '../change.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, SubjectStep, Uses } from '../uses.ts';
import { drawVisits } from './draw-visits.ts';
import { interviewOf } from './interview-of.ts';
import { byInvestigation } from './route-step.ts';

/** Puts the route interview to the person, or to the guardian of a minor. Once per case. */
export const offerInterview =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { caseId } = (await uses.routes.load(step.id)).aggregate.state;
    if ((await interviewOf(uses, caseId)) !== undefined) return;
    const { personId } = (await uses.cases.load(caseId)).aggregate.state;
    const { guardianId } = (await personStandingFor(uses, personId)).state;
    const survey = Survey.unopened(surveyId(uses.newId()));
    survey.execute({
      type: 'OfferSurvey',
      personId: personIdOf(personId),
      caseId: caseIdOf(caseId),
      questionnaire: Questionnaire.of(ROUTE_INTERVIEW),
      channel: 'smsLink',
      respondent: guardianId === undefined ? 'self' : 'guardian',
      answerBy: Instant.of(step.at).plusHours(ANSWERED_WITHIN_HOURS),
      ...byInvestigation(step),
    });
    await create(uses.surveys, survey, { commandId: step.commandId });
  };

/** The time to answer has passed. Quiet when the person was quicker. */
export const expireInterview =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { caseId } = (await uses.routes.load(step.id)).aggregate.state;
    const interview = await interviewOf(uses, caseId);
    if (interview === undefined) return;
    const expiry = { type: 'ExpireSurvey', ...byInvestigation(step) } as const;
    await change(uses.surveys, interview.surveyId, {}, (survey) => survey.execute(expiry));
  };

/** The answers' places and times become visits of the route. `unclear`: what tells of no visit that may stand there. */
export const takeInterview =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<Readonly<{ unclear: number }>> => {
    const { caseId } = (await uses.routes.load(step.id)).aggregate.state;
    const answers = (await interviewOf(uses, caseId))?.state.answers ?? {};
    const { visits, unclear } = visitsTold(answers);
    const by = byInvestigation(step);
    const drawn = await drawVisits(uses, { routeId: step.id, source: 'interview', places: visits, by });
    return { unclear: unclear + drawn.leftOut };
  };
