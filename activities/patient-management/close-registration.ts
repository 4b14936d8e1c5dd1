import { callOff } from '../effect.ts';
import { openTask } from '../open-task.ts';
import { stepOn } from '../step.ts';
import type { Step, Uses } from '../uses.ts';

/**
 * A withdrawn case is registered no more. What the registry has of it, staff take back there: it knows no message for that.
 * Where its number never came here, the registry is asked: an attempt that it does not know is closed. Asking again is quiet.
 */
export const closeRegistration =
  (uses: Uses) =>
  async ({ caseId }: Pick<Step, 'caseId'>): Promise<Readonly<{ told: boolean }>> => {
    const { stage, confirmedAt, registryNumber: known } = (await uses.cases.load(caseId)).aggregate.state;
    if (stage !== 'withdrawn' || confirmedAt === undefined) return { told: false };
    const key = `case:${caseId}:registration`;
    const registryNumber = known ?? (await uses.registry.findByKey(key))?.registryNumber;
    const close = () => callOff(uses.effects, key, () => Promise.resolve(registryNumber));
    if (registryNumber === undefined) {
      await close();
      return { told: false };
    }
    const moment = { caseId, at: await uses.clock.now() };
    await stepOn(uses.cases, moment, (aCase, by) =>
      aCase.execute({ type: 'RecordRegistration', registryNumber, ...by }),
    );
    await openTask(uses)({
      ...moment,
      kind: 'registration-to-withdraw',
      commandId: `${key}:of-withdrawn-case`,
    });
    await close();
    return { told: true };
  };
