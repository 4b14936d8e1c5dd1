import { attemptOf } from '../../domain/isolation-management/supplies/decisions/fact.ts';
import type { SuppliesState } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { bookDelivery } from './book-delivery.ts';
import {
  completeEssentialsOrder,
  recordEssentialsShipment,
  reportEssentialsFailure,
} from './deliver-essentials.ts';
import type { TellOfLateParcel } from './tell-of-late-parcel.ts';
import type { AttemptAsked, SuppliesUses } from './supplies-command.ts';

export type ParcelEvent = AttemptAsked &
  Readonly<{
    kind: 'ordered' | 'shipped' | 'delivered' | 'parcel-lost' | 'returned' | 'noted';
    reference: string;
    tracking: string;
  }>;

/**
 * The delivery system tells what happened to a parcel. Its messages may overtake one another: one of a later step tells
 * the earlier steps too, and an earlier one that comes late tells nothing new. One that arrives although it was given up
 * is booked, and a person is told. What happens between two steps (`noted`) changes nothing and nobody waits for it, once
 * it is certain that it is about a parcel of ours.
 */
export const recordParcelEvent =
  (uses: SuppliesUses, tellOfLate: TellOfLateParcel) =>
  async ({ kind, reference, tracking, commandId, ...told }: ParcelEvent): Promise<void> => {
    const { state } = (await uses.supplies.load(told.suppliesId)).aggregate;
    const known = state.attempts[told.attempt - 1];
    if (kind === 'noted') return mustBeOurs(state, { ...told, reference, tracking });
    const step = (name: string) => ({ ...told, commandId: `${commandId}:${name}` });
    if (known?.orderReference !== reference) {
      await completeEssentialsOrder(uses)({ ...step('ordered'), reference });
    }
    if (kind === 'ordered') return;
    if (known?.tracking !== tracking) await recordEssentialsShipment(uses)({ ...step('shipped'), tracking });
    if (kind === 'shipped') return;
    if (kind === 'delivered') await bookDelivery(uses, tellOfLate)(step(kind));
    else await reportEssentialsFailure(uses)({ ...step(kind), reason: kind });
  };

type Parcel = Pick<ParcelEvent, 'attempt' | 'reference' | 'tracking'>;

function mustBeOurs(state: SuppliesState, { attempt, reference, tracking }: Parcel): void {
  const known = attemptOf(state, attempt);
  const isAnother =
    (known.orderReference ?? reference) !== reference || (known.tracking ?? tracking) !== tracking;
  if (isAnother) throw new RuleBroken('supplies/differs-from-recorded', { attempt });
}
