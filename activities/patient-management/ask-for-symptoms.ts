import {
  feverFreeHoursAsked,
  nextContactMoment,
} from '../../domain/patient-management/case/release-criteria.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules } from '../case-rules.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Step, Uses } from '../uses.ts';
import { ofCase, stepOn } from '../step.ts';

export type AskStep = Step & Readonly<{ attempt: number; again?: true }>;
type Question = Readonly<{ answerBy: string; lastAttempt: boolean }>;

/** 증상 확인: the question stands from now on, whenever its message goes out. `lastAttempt`: the next silence is for staff. */
export const putQuestion =
  (uses: Uses) =>
  async (step: AskStep): Promise<Question> => {
    const asked = (await uses.cases.load(step.caseId)).aggregate.state;
    const rule = await caseRules(uses, asked, step.at);
    const { answerWithinHours, questionsPerCheck } = rule.contactHours;
    const answerBy = nextContactMoment(rule, Instant.of(step.at).plusHours(answerWithinHours));
    const again = step.again === true ? { again: step.again } : {};
    const { state } = await stepOn(uses.cases, { caseId: step.caseId, at: step.at }, (aCase, by) =>
      aCase.execute({ type: 'AskForSymptoms', attempt: step.attempt, answerBy, ...again, ...by }),
    );
    return {
      answerBy: state.question?.answerBy ?? answerBy.toString(),
      lastAttempt: step.attempt >= questionsPerCheck,
    };
  };

/** Sends that question. Each attempt looks whether it still stands: a gateway may be down for days. `check`: its number. */
export const sendQuestion =
  (uses: Uses) =>
  async (step: AskStep & Readonly<{ check: number }>): Promise<void> => {
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    const { stage, question, checks } = state;
    const stands = stage === 'symptom-check' && question?.attempt === step.attempt && checks === step.check;
    await (stands ? send(uses, step, state) : callOffMessage(uses, step.commandId));
  };

/** Both at once, for a process that began when it waited for the message. */
export const askForSymptoms =
  (uses: Uses) =>
  async (step: AskStep): Promise<Question> => {
    const question = await putQuestion(uses)(step).catch(async (error: unknown) => {
      // The case has moved on under an earlier attempt of this question.
      if (error instanceof RuleBroken) await callOffMessage(uses, step.commandId);
      throw error;
    });
    await send(uses, step, (await uses.cases.load(step.caseId)).aggregate.state);
    return question;
  };

async function send(uses: Uses, step: AskStep, state: CaseState): Promise<void> {
  await textMessage(uses, {
    name: 'symptom-question',
    key: step.commandId,
    owner: ofCase(step.caseId),
    personId: state.personId,
    template: step.attempt === 1 ? 'symptom-question' : 'symptom-reminder',
    feverFreeHours: feverFreeHoursAsked(await caseRules(uses, state, step.at)),
  });
}
