import { caseRules } from '../../../activities/case-rules.ts';
import { change } from '../../../activities/change.ts';
import { storeActivities, type Uses } from '../../../activities/index.ts';
import { byProcess, stepOn } from '../../../activities/step.ts';
import type { Step } from '../../../activities/uses.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';

/** The same domain steps and the same partners, cut into one activity per write and per call. */
export const naiveActivities = (uses: Uses) => {
  const isolation = async (caseId: string): Promise<string> =>
    (await uses.lookups.isolationOfCase(caseId)) ?? '';
  const personOf = async (caseId: string) => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    return { state, personal: (await uses.people.load(state.personId)).aggregate.personal };
  };
  return {
    ...storeActivities(uses),
    intend: async ({ commandId, caseId, system }: Step & { system: 'sms' | 'registry' }): Promise<void> => {
      const owner = { kind: 'case', id: caseId, caseId };
      await uses.effects.intend({ key: commandId, name: system, system, owner });
    },
    settle: ({ key, reference }: { key: string; reference: string }): Promise<void> =>
      uses.effects.settle(key, reference),
    callSms: async ({ commandId, caseId }: Step): Promise<string> => {
      const { personal } = await personOf(caseId);
      return (await uses.texts.send({ key: commandId, to: personal.phone, text: '[보건소] 안내' }))
        .providerMessageId;
    },
    callRegistry: async ({ commandId, caseId }: Step): Promise<string> => {
      const { state, personal } = await personOf(caseId);
      const notification = {
        key: commandId,
        caseId,
        confirmedAt: state.openedAt,
        districtCode: state.district,
        person: personal,
      };
      return (await uses.registry.register(notification)).registryNumber;
    },
    recordRegistration: async ({
      caseId,
      at,
      registryNumber,
    }: Step & { registryNumber: string }): Promise<void> => {
      await stepOn(uses.cases, { caseId, at }, (one, by) =>
        one.execute({ type: 'RecordRegistration', registryNumber, ...by }),
      );
    },
    recordNotice: async (step: Step): Promise<void> => {
      await change(uses.isolations, await isolation(step.caseId), {}, (one) =>
        one.execute({ type: 'RecordNotice', ...byProcess(step) }),
      );
    },
    recordReleaseNotice: async (step: Step): Promise<void> => {
      await change(uses.isolations, await isolation(step.caseId), {}, (one) =>
        one.execute({ type: 'RecordReleaseNotice', ...byProcess(step) }),
      );
    },
    recordQuestion: async ({
      caseId,
      at,
      attempt,
    }: Step & { attempt: number }): Promise<{ answerBy: string }> => {
      const { state } = (await uses.cases.load(caseId)).aggregate;
      const { contactHours } = await caseRules(uses, state, at);
      const answerBy = Instant.of(at).plusHours(contactHours.answerWithinHours);
      await stepOn(uses.cases, { caseId, at }, (one, by) =>
        one.execute({ type: 'AskForSymptoms', attempt, answerBy, ...by }),
      );
      return { answerBy: answerBy.toString() };
    },
  };
};
export type NaiveActivities = ReturnType<typeof naiveActivities>;
