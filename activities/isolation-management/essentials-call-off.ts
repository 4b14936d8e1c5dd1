import type { SuppliesState } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { callOff, effect, isUnsettled } from '../effect.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import { findCallOff, keyOfCallOff } from '../supplies-keys.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { ownerOfSupplies, suppliesOf } from './supplies-step.ts';

const TOO_LATE = 'too-late';

/**
 * Calls the order off at the supplier before its parcel is on its way. `false`: too late, it will be delivered. Where
 * the parcel was faster, an attempt of before whose result nobody knows is asked about, so that it does not stay open.
 */
export const callOffEssentials =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<boolean> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    const key = keyOfCallOff(step.id, attempt);
    const orderReference = state.attempts.at(-1)?.orderReference;
    if (state.stage !== 'completed' || orderReference === undefined) {
      await callOff(uses.effects, key, () => findCallOff(uses, step.id, attempt));
      return false;
    }
    const asked = { name: 'supplies-call-off', key, owner: ownerOfSupplies(step.id, state) } as const;
    try {
      await effect(uses.effects, asked, async () => {
        const answer = await uses.deliveries.callOff({ key, orderReference });
        if (answer === TOO_LATE) throw new ExternalSystemRefused('delivery', TOO_LATE);
        return orderReference;
      });
      return true;
    } catch (error) {
      if (error instanceof ExternalSystemRefused && error.code === TOO_LATE) return false;
      throw error;
    }
  };

/** An order was being called off, and what became of that was not known when the supplies moved on. */
export const isCallOffOpen = async (
  { effects }: Pick<Uses, 'effects'>,
  id: string,
  { stage, attempts }: SuppliesState,
): Promise<boolean> =>
  stage !== 'completed' &&
  attempts.at(-1)?.orderReference !== undefined &&
  isUnsettled(effects, keyOfCallOff(id, attempts.length));
