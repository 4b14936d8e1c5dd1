import { callOff, effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import { personStandingFor } from '../resolve-person.ts';
import { surveyKey } from '../survey-key.ts';
import { textMessage } from '../text-message.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { callOffInterviewForm, callOffInterviewTexts } from './call-off-interview.ts';
import { interviewOf, type Interview } from './interview-of.ts';

const ownerOf = ({ surveyId, state: { caseId } }: Interview) => ({ kind: 'survey', id: surveyId, caseId });

/** Nobody is asked by a link who has died, or whose answer is there. */
async function interviewToAsk(uses: Uses, routeId: string): Promise<Interview | undefined> {
  const { caseId } = (await uses.routes.load(routeId)).aggregate.state;
  const interview = await interviewOf(uses, caseId);
  const { stage } = (await uses.cases.load(caseId)).aggregate.state;
  return stage === 'deceased' || interview?.state.stage !== 'offered' ? undefined : interview;
}

/** Has the survey system make the form, exactly once by key. Where nobody is to be asked any more, an attempt of before is called off. */
export const openInterviewForm =
  (uses: Uses) =>
  async ({ id }: SubjectMoment): Promise<void> => {
    const interview = await interviewToAsk(uses, id);
    if (interview === undefined) return callOffInterviewForm(uses)({ id });
    const { surveyId, state } = interview;
    const key = surveyKey(surveyId, 'form');
    holdWhileInDoubt((await uses.cases.load(state.caseId)).aggregate.state, state.caseId);
    const { language } = (await personStandingFor(uses, state.personId)).state;
    const { questionnaire, questionnaireVersion, answerBy } = state;
    await effect(uses.effects, { name: 'survey-form', key, owner: ownerOf(interview) }, async () => {
      const form = { key, surveyId, questionnaire, questionnaireVersion, language, answerBy };
      return (await uses.surveyForms.open(form)).formReference;
    });
  };

const text = (name: 'interview-link' | 'interview-reminder', step: 'link' | 'reminder') => (uses: Uses) => {
  return async ({ id }: SubjectMoment): Promise<void> => {
    const interview = await interviewToAsk(uses, id);
    if (interview === undefined) return callOffInterviewTexts(uses)({ id });
    const { surveyId, state } = interview;
    const { guardianId } = (await personStandingFor(uses, state.personId)).state;
    await textMessage(uses, {
      name,
      key: surveyKey(surveyId, step),
      owner: ownerOf(interview),
      personId: state.respondent === 'guardian' ? (guardianId ?? state.personId) : state.personId,
      template: name,
      link: async () => {
        const form = await uses.surveyForms.findFormByKey(surveyKey(surveyId, 'form'));
        if (form === undefined) throw new ExternalSystemRefused('survey', 'form-unknown');
        return form.link;
      },
    });
  };
};
/** The link goes from the survey system to the person's telephone, and nowhere else. */
export const sendInterviewLink = text('interview-link', 'link');
export const remindOfInterview = text('interview-reminder', 'reminder');

/**
 * Nobody can answer by the link any more. Quiet when there is no form, or when it was answered first, also between
 * two attempts: the withdrawal is owed no more then.
 */
export const withdrawInterviewForm =
  (uses: Uses) =>
  async ({ id }: SubjectMoment): Promise<void> => {
    const { caseId } = (await uses.routes.load(id)).aggregate.state;
    const interview = await interviewOf(uses, caseId);
    if (interview === undefined) return;
    const { surveyId } = interview;
    const key = surveyKey(surveyId, 'withdrawal');
    const form = await uses.surveyForms.findFormByKey(surveyKey(surveyId, 'form'));
    if (form?.state !== 'open' || interview.state.stage === 'answered') {
      const withdrawn = form?.state === 'withdrawn' ? form.formReference : undefined;
      return callOff(uses.effects, key, async () => withdrawn);
    }
    const withdrawal = { name: 'survey-form-withdrawal', key, owner: ownerOf(interview) } as const;
    await effect(uses.effects, withdrawal, async () =>
      (await uses.surveyForms.withdraw(form.formReference)) ? form.formReference : undefined,
    );
  };
