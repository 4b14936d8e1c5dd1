import { z } from 'zod';
import type { PaymentMessage } from '../../ports/webhooks.ts';
import { orderNumbered } from '../order-number.ts';
import type { Read } from '../webhooks/read.ts';
import { payment, refundsIn, standingOf } from './toss-wire.ts';

const changed = z.object({ eventType: z.literal('PAYMENT_STATUS_CHANGED'), data: payment });

/** PAYMENT_STATUS_CHANGED shows the whole payment; what has changed last is what it tells. */
export const readPayment: Read<PaymentMessage> = (body) => {
  const { data } = changed.parse(body);
  const order = orderNumbered.parse(data.orderId);
  const standing = standingOf(data);
  if (standing.state === 'declined') return { ...order, kind: 'declined', reason: standing.reason };
  const refund = refundsIn(data).at(-1);
  if (refund === undefined) {
    return { ...order, kind: 'paid', reference: standing.paymentReference, amountWon: standing.won };
  }
  return { ...order, kind: 'refunded', reference: refund.refundReference, amountWon: refund.won };
};
