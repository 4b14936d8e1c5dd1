import type { AnswersByQuestion } from '../../domain/diagnostic-testing/survey/answers.ts';
import type {
  SurveyChannel,
  SurveyCommand,
  SurveyCorrection,
  SurveyRefusal,
} from '../../domain/diagnostic-testing/survey/survey.commands.ts';
import type { Survey } from '../../domain/diagnostic-testing/survey/survey.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type SurveyAsked = Asked & Readonly<{ surveyId: string }>;

const command =
  <Input extends SurveyAsked>(make: (input: Input, by: By) => SurveyCommand) =>
  ({ surveys, clock }: Readonly<{ surveys: Repository<Survey>; clock: Clock }>) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, await whoAndWhen(input, clock));
    return change(surveys, input.surveyId, input, (survey) => survey.execute(asked));
  };

/** What becomes of a survey: answered, refused, out of time, its answers set right. */
export const recordAnswers = command<
  SurveyAsked & Readonly<{ answers: AnswersByQuestion; channel: SurveyChannel }>
>(({ answers, channel }, by) => ({ type: 'RecordAnswers', answers, channel, ...by }));

export const refuseSurvey = command<SurveyAsked & Readonly<{ reason: SurveyRefusal }>>(({ reason }, by) => ({
  type: 'RefuseSurvey',
  reason,
  ...by,
}));

export const expireSurvey = command<SurveyAsked>((_input, by) => ({ type: 'ExpireSurvey', ...by }));

export const correctAnswers = command<
  SurveyAsked & Readonly<{ answers: AnswersByQuestion; reason: SurveyCorrection }>
>(({ answers, reason }, by) => ({ type: 'CorrectAnswers', answers, reason, ...by }));
