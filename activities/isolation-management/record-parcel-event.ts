import {
  completeEssentialsOrder,
  recordEssentialsDelivery,
  recordEssentialsShipment,
  reportEssentialsFailure,
} from './deliver-essentials.ts';
import type { AttemptAsked, SuppliesUses } from './supplies-command.ts';

export type ParcelEvent = AttemptAsked &
  Readonly<{
    kind: 'ordered' | 'shipped' | 'delivered' | 'parcel-lost' | 'returned';
    reference: string;
    tracking: string;
  }>;

/**
 * The delivery system tells what happened to a parcel. Its messages may overtake one another: one of a later step tells
 * the earlier steps too, and an earlier one that comes late tells nothing new.
 */
export const recordParcelEvent =
  (uses: SuppliesUses) =>
  async ({ kind, reference, tracking, commandId, ...told }: ParcelEvent): Promise<void> => {
    const { state } = (await uses.supplies.load(told.suppliesId)).aggregate;
    const known = state.attempts[told.attempt - 1];
    const step = (name: string) => ({ ...told, commandId: `${commandId}:${name}` });
    if (known?.orderReference !== reference) {
      await completeEssentialsOrder(uses)({ ...step('ordered'), reference });
    }
    if (kind === 'ordered') return;
    if (known?.tracking !== tracking) await recordEssentialsShipment(uses)({ ...step('shipped'), tracking });
    if (kind === 'shipped') return;
    if (kind === 'delivered') await recordEssentialsDelivery(uses)(step(kind));
    else await reportEssentialsFailure(uses)({ ...step(kind), reason: kind });
  };
