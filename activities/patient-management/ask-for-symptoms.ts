import {
  feverFreeHoursAsked,
  nextContactMoment,
} from '../../domain/patient-management/case/release-criteria.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules } from '../case-rules.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Step, Uses } from '../uses.ts';
import { ofCase, stepOn } from '../step.ts';

export type AskStep = Step & Readonly<{ attempt: number }>;

/** Asks the patient by text message how they are; `lastAttempt` says that the next silence is for staff. */
export const askForSymptoms =
  (uses: Uses) =>
  async (step: AskStep): Promise<Readonly<{ answerBy: string; lastAttempt: boolean }>> => {
    const asked = (await uses.cases.load(step.caseId)).aggregate.state;
    const rule = await caseRules(uses, asked, step.at);
    const { answerWithinHours, questionsPerCheck } = rule.contactHours;
    const answerBy = nextContactMoment(rule, Instant.of(step.at).plusHours(answerWithinHours));
    const ask = () =>
      stepOn(uses.cases, { caseId: step.caseId, at: step.at }, (aCase, by) =>
        aCase.execute({ type: 'AskForSymptoms', attempt: step.attempt, answerBy, ...by }),
      );
    const { state } = await ask().catch(async (error: unknown) => {
      // The case has moved on under an earlier attempt of this question.
      if (error instanceof RuleBroken) await callOffMessage(uses, step.commandId);
      throw error;
    });
    await textMessage(uses, {
      name: 'symptom-question',
      key: step.commandId,
      owner: ofCase(step.caseId),
      personId: state.personId,
      template: step.attempt === 1 ? 'symptom-question' : 'symptom-reminder',
      feverFreeHours: feverFreeHoursAsked(rule),
    });
    return {
      answerBy: state.question?.answerBy ?? answerBy.toString(),
      lastAttempt: step.attempt >= questionsPerCheck,
    };
  };
