import { heldBy } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { callOff, effect } from '../effect.ts';
import { ExternalSystemUnavailable } from '../ports/external-system.ts';
import { PaymentDeclined, type PaymentStanding } from '../ports/payments.ts';
import { keyOfRefund, refundPart } from '../supplies-keys.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import {
  recordEssentialsPayment,
  recordEssentialsPaymentDecline,
  recordEssentialsRefund,
} from './pay-essentials.ts';
import { asSupplies, endedBecause, holdSupplies, ownerOfSupplies, suppliesOf } from './supplies-step.ts';

const keyOfPayment = (id: string, attempt: number): string => `supplies:${id}:payment:${attempt}`;
const findPaid =
  ({ payments }: Uses, key: string) =>
  async (): Promise<string | undefined> => {
    const found = await payments.findPaymentByKey(key);
    return found?.state === 'paid' ? found.paymentReference : undefined;
  };

/**
 * Pays the order that is under way. What the partner says was paid is recorded, and the domain refuses another amount.
 * Not for an isolation that has ended meanwhile.
 */
export const payEssentials =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    const order = state.attempts.at(-1);
    if (order === undefined) return;
    const key = keyOfPayment(step.id, attempt);
    const find = findPaid(uses, key);
    // The partner's message may have been faster than its answer.
    if (state.stage !== 'ordered' || (await endedBecause(uses, state)) !== undefined)
      return callOff(uses.effects, key, find);
    await holdSupplies(uses, state);
    try {
      await effect(
        uses.effects,
        { name: 'supplies-payment', key, owner: ownerOfSupplies(step.id, state) },
        async () =>
          (await uses.payments.pay({ key, suppliesId: step.id, attempt, won: order.totalWon }))
            .paymentReference,
        find,
      );
    } catch (error) {
      if (!(error instanceof PaymentDeclined)) throw error;
      await record(uses, step, attempt, { state: 'declined', reason: error.reason });
      return;
    }
    const found = await uses.payments.findPaymentByKey(key);
    if (found === undefined) throw new ExternalSystemUnavailable('payment', 'result-unknown');
    await record(uses, step, attempt, found);
  };

/** Nothing more is to be paid. Whether money has gone is asked by the key: what was paid is recorded, and comes back. */
export const settleEssentialsPayment =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    const attempt = state.attempts.length;
    const key = keyOfPayment(step.id, attempt);
    await callOff(uses.effects, key, findPaid(uses, key));
    if (state.stage !== 'ordered') return; // told by its message since
    const found = await uses.payments.findPaymentByKey(key);
    if (found?.state !== 'paid') return;
    await uses.effects.settle(key, found.paymentReference);
    await record(uses, step, attempt, found);
  };

async function record(
  uses: Uses,
  step: SubjectMoment,
  attempt: number,
  found: PaymentStanding,
): Promise<void> {
  if (found.state === 'declined') {
    const declined = { ...asSupplies(step, `declined-${attempt}`), attempt, reason: found.reason };
    await recordEssentialsPaymentDecline(uses)(declined);
    return;
  }
  const { paymentReference: reference, won: amountWon } = found;
  const paid = { ...asSupplies(step, `paid-${attempt}`), attempt, reference, amountWon };
  await recordEssentialsPayment(uses)(paid);
}

/** Money for orders that came to nothing comes back, each with a key of its own; a part that is still owed with another. */
export const refundEssentials =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = await suppliesOf(uses, step.id);
    for (const [place, one] of state.attempts.entries()) {
      const owed = heldBy(one);
      if (one.payment === undefined) continue;
      const attempt = place + 1;
      const { reference: paymentReference } = one.payment;
      const findBy = (key: string) => uses.payments.findRefundByKey({ key, paymentReference });
      // The partner's message may have been faster than its answer.
      for (const number of one.refunds.keys()) {
        const told = keyOfRefund(step.id, attempt, number);
        await callOff(uses.effects, told, async () => (await findBy(told))?.refundReference);
      }
      if (one.deadBecause === undefined || one.deliveredAt !== undefined || owed === 0) continue;
      const name = one.refunds.length === 0 ? 'supplies-refund' : 'supplies-refund-rest';
      const part = refundPart(one.refunds.length);
      const key = keyOfRefund(step.id, attempt, one.refunds.length);
      await effect(
        uses.effects,
        { name, key, owner: ownerOfSupplies(step.id, state) },
        async () => (await uses.payments.refund({ key, paymentReference, won: owed })).refundReference,
        async () => (await findBy(key))?.refundReference,
      );
      const made = await findBy(key);
      if (made === undefined) throw new ExternalSystemUnavailable('payment', 'result-unknown');
      await recordEssentialsRefund(uses)({
        ...asSupplies(step, `refunded-${attempt}${part}`),
        attempt,
        reference: made.refundReference,
        amountWon: made.won,
      });
    }
  };
