import { heldBy } from '../../domain/isolation-management/supplies/supplies.state.ts';
import { callOff, effect } from '../effect.ts';
import { ExternalSystemUnavailable } from '../ports/external-system.ts';
import { PaymentDeclined, type PaymentStanding } from '../ports/payments.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import {
  recordEssentialsPayment,
  recordEssentialsPaymentDecline,
  recordEssentialsRefund,
} from './pay-essentials.ts';
import { asSupplies, endedBecause, holdSupplies, ownerOfSupplies, suppliesOf } from './supplies-step.ts';

const keyOfPayment = (id: string, attempt: number): string => `supplies:${id}:payment:${attempt}`;

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
    const find = async (): Promise<string | undefined> => {
      const found = await uses.payments.findPaymentByKey(key);
      return found?.state === 'paid' ? found.paymentReference : undefined;
    };
    // The partner's message may have been faster than its answer.
    if (state.stage !== 'ordered') return callOff(uses.effects, key, find);
    if ((await endedBecause(uses, state)) !== undefined) return;
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
    if (state.stage !== 'ordered') return;
    const key = keyOfPayment(step.id, attempt);
    const found = await uses.payments.findPaymentByKey(key);
    if (found?.state !== 'paid') {
      await uses.effects.refuse(key, found === undefined ? 'called-off' : found.reason);
      return;
    }
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
      if (one.deadBecause === undefined || one.deliveredAt !== undefined || owed === 0) continue;
      if (one.payment === undefined) continue;
      const attempt = place + 1;
      const { reference: paymentReference } = one.payment;
      const part = one.refunds.length === 0 ? '' : `-${one.refunds.length + 1}`;
      const name = part === '' ? 'supplies-refund' : 'supplies-refund-rest';
      const key = `supplies:${step.id}:refund:${attempt}${part}`;
      const find = () => uses.payments.findRefundByKey({ key, paymentReference });
      await effect(
        uses.effects,
        { name, key, owner: ownerOfSupplies(step.id, state) },
        async () => (await uses.payments.refund({ key, paymentReference, won: owed })).refundReference,
        async () => (await find())?.refundReference,
      );
      const made = await find();
      if (made === undefined) throw new ExternalSystemUnavailable('payment', 'result-unknown');
      await recordEssentialsRefund(uses)({
        ...asSupplies(step, `refunded-${attempt}${part}`),
        attempt,
        reference: made.refundReference,
        amountWon: made.won,
      });
    }
  };
