import type { Attempt, SuppliesState } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { parcelTimes } from '../../domain/isolation-management/supplies/terms.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { callOff, effect } from '../effect.ts';
import { OutOfStock, type ParcelReceipt } from '../ports/deliveries.ts';
import { ExternalSystemUnavailable } from '../ports/external-system.ts';
import { personStandingFor } from '../resolve-person.ts';
import { keyOfParcel } from '../supplies-keys.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { bookDelivery } from './book-delivery.ts';
import {
  completeEssentialsOrder,
  recordEssentialsShipment,
  reportEssentialsFailure,
} from './deliver-essentials.ts';
import { asSupplies, endedBecause, holdSupplies, ownerOfSupplies, suppliesOf } from './supplies-step.ts';
import type { TellOfLateParcel } from './tell-of-late-parcel.ts';
import { valuesTold } from '../known-values.ts';

/** An attempt that nobody knows the result of, and that no step goes on with. */
const settled = ({ effects, deliveries }: Uses, key: string): Promise<void> =>
  callOff(effects, key, async () => (await deliveries.findParcelByKey(key))?.orderReference);

/** The supplier takes the order that is paid, and hands it to the parcel service. Not after the isolation's end. */
export const shipEssentials =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const order = state.attempts.at(-1);
    if (order === undefined) return;
    // The supplier's message may have been faster than the answer.
    if (state.stage !== 'paid' || (await endedBecause(uses, state)) !== undefined)
      return settled(uses, keyOfParcel(step.id, state.attempts.length));
    await holdSupplies(uses, state);
    const attempt = state.attempts.length;
    try {
      await taken(uses, step, state, order);
    } catch (error) {
      if (!(error instanceof OutOfStock)) throw error;
      const failed = { ...asSupplies(step, `sold-out-${attempt}`), attempt, soldOut: error.items };
      await reportEssentialsFailure(uses)({ ...failed, reason: 'out-of-stock' });
      return;
    }
    const receipt = await uses.deliveries.findParcelByKey(keyOfParcel(step.id, attempt));
    if (receipt === undefined) throw new ExternalSystemUnavailable('delivery', 'result-unknown');
    await complete(uses, step, attempt, receipt);
    await followed(uses, step, attempt, receipt); // where this is not reached, the process follows it next
  };

async function taken(uses: Uses, step: SubjectMoment, state: SuppliesState, order: Attempt): Promise<void> {
  const attempt = state.attempts.length;
  const key = keyOfParcel(step.id, attempt);
  const person = await personStandingFor(uses, state.personId);
  const { name, phone, addressLines = [] } = valuesTold('delivery', person, ['name', 'phone']);
  const items = order.items.map(({ code, quantity }) => ({ code, quantity }));
  await effect(
    uses.effects,
    { name: 'supplies-parcel', key, owner: ownerOfSupplies(step.id, state) },
    async () => {
      const to = { name, phone, addressLines };
      return (await uses.deliveries.ship({ key, suppliesId: step.id, attempt, items, to })).orderReference;
    },
    async () => (await uses.deliveries.findParcelByKey(key))?.orderReference,
  );
}

const complete = (uses: Uses, step: SubjectMoment, attempt: number, { orderReference }: ParcelReceipt) =>
  completeEssentialsOrder(uses)({
    ...asSupplies(step, `completed-${attempt}`),
    attempt,
    reference: orderReference,
  });

/** Nothing more is to be shipped. Whether the supplier has the order is asked by the key. `false`: it never got it. */
export const settleEssentialsParcel =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<boolean> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    const key = keyOfParcel(step.id, attempt);
    await settled(uses, key);
    if (state.stage !== 'paid') return true;
    const receipt = await uses.deliveries.findParcelByKey(key);
    if (receipt === undefined) return false;
    await uses.effects.settle(key, receipt.orderReference);
    await complete(uses, step, attempt, receipt);
    return true;
  };

/** The order was taken: its parcel is on its way under this number. */
export const followEssentialsParcel =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    if (state.stage !== 'completed') return;
    const receipt = await uses.deliveries.findParcelByKey(keyOfParcel(step.id, attempt));
    if (receipt === undefined) throw new ExternalSystemUnavailable('delivery', 'result-unknown');
    await followed(uses, step, attempt, receipt);
  };

const followed = (uses: Uses, step: SubjectMoment, attempt: number, receipt: ParcelReceipt) =>
  recordEssentialsShipment(uses)({
    ...asSupplies(step, `shipped-${attempt}`),
    attempt,
    tracking: receipt.trackingReference,
  });

/** Nothing was heard of a parcel in time: the delivery system is asked. One that nobody confirms is given up one day. */
export const trackEssentials =
  (uses: Uses, tellOfLate: TellOfLateParcel) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    const { tracking, shippedAt, deliveredAt, deadBecause } = state.attempts.at(-1) ?? {};
    // A stop came between the two: it was booked, and nobody was told.
    if (deliveredAt !== undefined && deadBecause !== undefined)
      return tellOfLate({ suppliesId: step.id, attempt });
    if (state.stage !== 'shipped' || tracking === undefined) return;
    const parcel = await uses.deliveries.track(tracking);
    const now = Instant.of(step.at);
    if (parcel.state === 'delivered') {
      await bookDelivery(uses, tellOfLate)({ ...asSupplies(step, `delivered-${attempt}`), attempt });
      return;
    }
    const givenUp = shippedAt !== undefined && !now.isBefore(parcelTimes(shippedAt, now).givenUpAt);
    if (parcel.state === 'underway' && !givenUp) return;
    const reason = ({ lost: 'parcel-lost', returned: 'returned', underway: 'never-confirmed' } as const)[
      parcel.state
    ];
    await reportEssentialsFailure(uses)({ ...asSupplies(step, `failed-${attempt}`), attempt, reason });
  };
