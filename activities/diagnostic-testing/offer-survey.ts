import { Questionnaire, type Question } from '../../domain/diagnostic-testing/survey/questionnaire.ts';
import type { Respondent, SurveyChannel } from '../../domain/diagnostic-testing/survey/survey.commands.ts';
import { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import { caseId, personId, surveyId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';

type Needs = Readonly<{ surveys: Repository<Survey>; clock: Clock; newId: () => string }>;
export type OfferSurveyInput = Asked &
  Readonly<{
    personId: string;
    caseId: string;
    questionnaire: Readonly<{ code: string; version: number; questions: readonly Question[] }>;
    channel: SurveyChannel;
    respondent: Respondent;
    answerBy: string;
  }>;

/** A questionnaire is put to a person, or to the guardian, until `answerBy`. */
export const offerSurvey =
  ({ surveys, clock, newId }: Needs) =>
  async (input: OfferSurveyInput): Promise<Receipt> => {
    const survey = Survey.unopened(surveyId(newId()));
    const { channel, respondent } = input;
    survey.execute({
      type: 'OfferSurvey',
      personId: personId(input.personId),
      caseId: caseId(input.caseId),
      questionnaire: Questionnaire.of(input.questionnaire),
      channel,
      respondent,
      answerBy: Instant.of(input.answerBy),
      ...(await whoAndWhen(input, clock)),
    });
    return create(surveys, survey, input);
  };
