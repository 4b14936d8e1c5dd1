import { Instant } from '../../domain/shared-kernel/instant.ts';
import { surveyKey } from '../survey-key.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { recordAnswers, refuseSurvey } from './answer-survey.ts';

/**
 * The survey system has not told us anything: it is asked what became of the form, by our key. Quiet while nobody has
 * answered, and when its message was faster. `id` is the survey's.
 */
export const askForAnswers =
  (uses: Uses) =>
  async ({ id: surveyId, at }: SubjectMoment): Promise<void> => {
    const { stage, answerBy } = (await uses.surveys.load(surveyId)).aggregate.state;
    if (stage !== 'offered') return;
    const form = await uses.surveyForms.findFormByKey(surveyKey(surveyId, 'form'));
    // Its link closes at that moment: what lies there was said before.
    const saidAt = Instant.of(at).isAfter(Instant.of(answerBy)) ? answerBy : at;
    const asked = { surveyId, at: saidAt, by: 'survey', fingerprint: 'asked' };
    if (form?.state === 'answered') {
      const commandId = `survey:${surveyId}:answer-asked-for`;
      await recordAnswers(uses)({ ...asked, commandId, answers: form.answers, channel: 'smsLink' });
    } else if (form?.state === 'declined') {
      const commandId = `survey:${surveyId}:refusal-asked-for`;
      await refuseSurvey(uses)({ ...asked, commandId, reason: 'declined' });
    }
  };
