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
import { doubtCase } from '../doubt-case.ts';
import type { Uses } from '../uses.ts';
import { whoAndWhen, type Asked } from './asked.ts';

export type SurveyAsked = Asked & Readonly<{ surveyId: string }>;

const command =
  <Input extends SurveyAsked>(make: (input: Input, by: By) => SurveyCommand) =>
  ({ surveys, clock }: Readonly<{ surveys: Repository<Survey>; clock: Clock }>) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, await whoAndWhen(input, clock));
    return change(surveys, input.surveyId, input, (survey) => survey.execute(asked));
  };

/**
 * Answers that contradict the register put the case's person in doubt. A crash in between leaves the message
 * unanswered: it comes again.
 */
const answering =
  <Input extends SurveyAsked>(make: (input: Input, by: By) => SurveyCommand) =>
  (uses: Pick<Uses, 'surveys' | 'clock' | 'cases'>) =>
  async (input: Input): Promise<Receipt> => {
    const receipt = await command(make)(uses)(input);
    const survey = (await uses.surveys.load(input.surveyId)).aggregate;
    if (survey.identityDoubted) {
      const { caseId } = survey.state;
      const { by, commandId = `survey:${survey.id}` } = input;
      await doubtCase(uses)({ caseId, reason: 'survey-contradicts', commandId, by });
    }
    return receipt;
  };

/** What becomes of a survey: answered, refused, out of time, its answers set right. */
export const recordAnswers = answering<
  SurveyAsked & Readonly<{ answers: AnswersByQuestion; channel: SurveyChannel }>
>(({ answers, channel }, by) => ({ type: 'RecordAnswers', answers, channel, ...by }));

export const refuseSurvey = command<SurveyAsked & Readonly<{ reason: SurveyRefusal }>>(({ reason }, by) => ({
  type: 'RefuseSurvey',
  reason,
  ...by,
}));

export const expireSurvey = command<SurveyAsked>((_input, by) => ({ type: 'ExpireSurvey', ...by }));

export const correctAnswers = answering<
  SurveyAsked & Readonly<{ answers: AnswersByQuestion; reason: SurveyCorrection }>
>(({ answers, reason }, by) => ({ type: 'CorrectAnswers', answers, reason, ...by }));
