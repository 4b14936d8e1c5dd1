import { recordEssentialsDelivery } from './deliver-essentials.ts';
import type { AttemptAsked, SuppliesUses } from './supplies-command.ts';
import type { TellOfLateParcel } from './tell-of-late-parcel.ts';

/**
 * A parcel has arrived. Whether it was given up before is seen on what it was booked on: it may be given up while its
 * message is on the way. Told again it asks the same person again, also where a stop came between the two.
 */
export const bookDelivery =
  (uses: SuppliesUses, tellOfLate: TellOfLateParcel) =>
  async (asked: AttemptAsked): Promise<void> => {
    await recordEssentialsDelivery(uses)(asked);
    const { suppliesId, attempt } = asked;
    const { state } = (await uses.supplies.load(suppliesId)).aggregate;
    if (state.attempts[attempt - 1]?.deadBecause !== undefined) await tellOfLate({ suppliesId, attempt });
  };
