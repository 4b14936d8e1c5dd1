import { taskForOwner } from '../task-for-owner.ts';
import type { Uses } from '../uses.ts';
import { ownerOfSupplies, suppliesOf } from './supplies-step.ts';

export type TellOfLateParcel = (late: Readonly<{ suppliesId: string; attempt: number }>) => Promise<void>;

/**
 * A parcel has arrived that was given up: its money is owed back no more, or has come back although the household has the
 * goods. A person clears that up with the supplier; one task for each parcel, however often it is told.
 */
export const tellOfLateParcel =
  (uses: Uses): TellOfLateParcel =>
  async ({ suppliesId, attempt }) => {
    const { state } = await suppliesOf(uses, suppliesId);
    const because = state.attempts[attempt - 1]?.deadBecause;
    await taskForOwner(uses)({
      owner: ownerOfSupplies(suppliesId, state),
      kind: 'parcel-arrived-late',
      reason: `order ${attempt} was given up: ${because}`,
      commandId: `supplies:${suppliesId}:parcel-arrived-late:${attempt}`,
    });
  };
