import { caseRules } from '../../../activities/case-rules.ts';
import { effect } from '../../../activities/effect.ts';
import { storeActivities, type Uses } from '../../../activities/index.ts';
import { recordReleaseNotice } from '../../../activities/isolation-management/serve-order.ts';
import { stepOn } from '../../../activities/step.ts';
import type { Step } from '../../../activities/uses.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { naiveCalls, type Call } from './naive-calls.ts';
import { naiveSupplies } from './naive-supplies.ts';

/** The same domain steps, effects and partners, cut into one activity per write and per call. */
export const naiveActivities = (uses: Uses) => {
  const store = storeActivities(uses);
  const calls = naiveCalls(uses);
  return {
    ...store,
    ...naiveSupplies(uses),
    intend: async (call: Call): Promise<void> => {
      const { key, name, system, owner } = await calls[call.of](call);
      await uses.effects.intend({ key, name, system, owner });
    },
    call: async (call: Call): Promise<string> => (await calls[call.of](call)).call(),
    settle: async ({ reference, ...call }: Call & { reference: string }): Promise<void> =>
      uses.effects.settle((await calls[call.of](call)).key, reference),
    /** The three in one. */
    effect: async (call: Call): Promise<string> => {
      const planned = await calls[call.of](call);
      return effect(uses.effects, planned, planned.call);
    },
    orderIsolationOf: async (step: Step): Promise<string> => {
      await store.orderIsolation(step);
      return (await uses.lookups.isolationOfCase(step.caseId)) ?? '';
    },
    recordRegistration: async (step: Step & { registryNumber: string }): Promise<void> => {
      const { caseId, at, registryNumber } = step;
      await stepOn(uses.cases, { caseId, at }, (one, by) =>
        one.execute({ type: 'RecordRegistration', registryNumber, ...by }),
      );
    },
    recordQuestion: async (step: Step & { attempt: number }): Promise<{ answerBy: string }> => {
      const { caseId, at, attempt } = step;
      const { state } = (await uses.cases.load(caseId)).aggregate;
      const { contactHours } = await caseRules(uses, state, at);
      const answerBy = Instant.of(at).plusHours(contactHours.answerWithinHours);
      await stepOn(uses.cases, { caseId, at }, (one, by) =>
        one.execute({ type: 'AskForSymptoms', attempt, answerBy, ...by }),
      );
      return { answerBy: answerBy.toString() };
    },
    recordReleaseNotice: async ({ id, at }: Step & { id: string }): Promise<void> => {
      const notice = { isolationId: id, by: 'process:isolation', at };
      await recordReleaseNotice(uses)({ ...notice, commandId: `isolation:${id}:release-notice` });
    },
  };
};
export type NaiveActivities = ReturnType<typeof naiveActivities>;
