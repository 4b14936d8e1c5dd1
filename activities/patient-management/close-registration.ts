import { ofCase } from '../step.ts';
import { taskForOwner } from '../task-for-owner.ts';
import type { Step, Uses } from '../uses.ts';

/**
 * A withdrawn case is registered no more. Where that had been begun and its result was lost, the registry is asked: what
 * it does not know is closed, what it has is for staff to take back there.
 */
export const closeRegistration =
  (uses: Uses) =>
  async ({ caseId }: Pick<Step, 'caseId'>): Promise<Readonly<{ told: boolean }>> => {
    const key = `case:${caseId}:registration`;
    if (!(await uses.effects.isUnsettled(key))) return { told: false };
    const found = await uses.registry.findByKey(key);
    if (found === undefined) {
      await uses.effects.refuse(key, 'called-off');
      return { told: false };
    }
    await taskForOwner(uses)({
      owner: ofCase(caseId),
      kind: 'effect-unsettled',
      commandId: `${key}:of-withdrawn-case`,
      reason: 'registry: of-withdrawn-case',
    });
    await uses.effects.settle(key, found.registryNumber);
    return { told: true };
  };
