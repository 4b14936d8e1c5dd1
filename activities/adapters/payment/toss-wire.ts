import { z } from 'zod';
import type { DeclineReason } from '../../../domain/isolation-management/supplies/supplies.commands.ts';
import type { PaymentStanding, RefundMade } from '../../ports/payments.ts';

const won = z.number().int().min(0);
const cancel = z.object({
  transactionKey: z.string().min(1).max(100),
  cancelReason: z.string().max(300),
  cancelAmount: won,
});

/** A Payment of Toss Payments, as far as we read it. */
export const payment = z.object({
  paymentKey: z.string().min(1).max(200),
  orderId: z.string().min(6).max(64),
  status: z.enum(['DONE', 'CANCELED', 'PARTIAL_CANCELED', 'ABORTED', 'EXPIRED']),
  totalAmount: won,
  failure: z.object({ code: z.string() }).nullish(),
  cancels: z.array(cancel).nullish(),
});
export type TossPayment = z.output<typeof payment>;

const DECLINES: Readonly<Record<string, DeclineReason>> = {
  NOT_ENOUGH_BALANCE: 'insufficient-funds',
  REJECT_ACCOUNT_PAYMENT: 'insufficient-funds',
  EXCEED_MAX_AMOUNT: 'limit-exceeded',
  EXCEED_MAX_PAYMENT_AMOUNT: 'limit-exceeded',
  EXCEED_MAX_DAILY_PAYMENT_COUNT: 'limit-exceeded',
  EXCEED_MAX_ONE_DAY_AMOUNT: 'limit-exceeded',
  REJECT_CARD_PAYMENT: 'method-refused',
  INVALID_STOPPED_CARD: 'method-refused',
  INVALID_CARD_LOST_OR_STOLEN: 'method-refused',
  INVALID_CARD_EXPIRATION: 'method-refused',
  REJECT_CARD_COMPANY: 'other',
  PAY_PROCESS_ABORTED: 'other',
  RESTRICTED_TRANSFER_ACCOUNT: 'other',
};

/** Nothing for an error that is no decline. */
export const declineOf = (code: string): DeclineReason | undefined =>
  Object.hasOwn(DECLINES, code) ? DECLINES[code] : undefined;

export function errorCodeOf(body: unknown): string | undefined {
  const read = z.object({ code: z.string() }).safeParse(body);
  return read.success ? read.data.code : undefined;
}

export const refundsIn = ({ cancels }: TossPayment): readonly RefundMade[] =>
  (cancels ?? []).map(({ transactionKey, cancelReason, cancelAmount }) => ({
    key: cancelReason,
    refundReference: transactionKey,
    won: cancelAmount,
  }));

export function standingOf(found: TossPayment): PaymentStanding {
  if (found.status === 'ABORTED' || found.status === 'EXPIRED') {
    return { state: 'declined', reason: declineOf(found.failure?.code ?? '') ?? 'other' };
  }
  const { paymentKey, totalAmount } = found;
  return { state: 'paid', paymentReference: paymentKey, won: totalAmount, refunds: refundsIn(found) };
}
