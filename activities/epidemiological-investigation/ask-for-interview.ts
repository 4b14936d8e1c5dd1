import { Instant } from '../../domain/shared-kernel/instant.ts';
import { recordAnswers, refuseSurvey } from '../diagnostic-testing/answer-survey.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { interviewOf } from './interview-of.ts';
import { keyOfInterview } from './send-interview.ts';

/**
 * The survey system has not told us anything: it is asked what became of the form, by our key. Quiet while nobody has
 * answered, and when its message was faster.
 */
export const askForInterview =
  (uses: Uses) =>
  async ({ id, at }: SubjectMoment): Promise<void> => {
    const { caseId } = (await uses.routes.load(id)).aggregate.state;
    const interview = await interviewOf(uses, caseId);
    if (interview?.state.stage !== 'offered') return;
    const { surveyId, state } = interview;
    const form = await uses.surveyForms.findFormByKey(keyOfInterview(surveyId, 'form'));
    // Its link closes at that moment: what lies there was said before.
    const saidAt = Instant.of(at).isAfter(Instant.of(state.answerBy)) ? state.answerBy : at;
    const asked = { surveyId, at: saidAt, by: 'survey', fingerprint: 'asked' };
    if (form?.state === 'answered') {
      const { answers } = form;
      const commandId = `survey:${surveyId}:answer-asked-for`;
      await recordAnswers(uses)({ ...asked, commandId, answers, channel: 'smsLink' });
    } else if (form?.state === 'declined') {
      const commandId = `survey:${surveyId}:refusal-asked-for`;
      await refuseSurvey(uses)({ ...asked, commandId, reason: 'declined' });
    }
  };
