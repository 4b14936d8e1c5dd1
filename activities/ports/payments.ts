import type { DeclineReason } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { ExternalSystemRefused } from './external-system.ts';

/** What is paid for one order of supplies. The same key pays once. */
export type SuppliesPayment = Readonly<{ key: string; suppliesId: string; attempt: number; won: number }>;

/** Money that goes back, all of it or a part. The same key refunds once. */
export type SuppliesRefund = Readonly<{ key: string; paymentReference: string; won: number }>;

export type RefundMade = Readonly<{ key: string; refundReference: string; won: number }>;

/** How a payment stands at the payment system, its refunds with it. */
export type PaymentStanding =
  | Readonly<{ state: 'paid'; paymentReference: string; won: number; refunds: readonly RefundMade[] }>
  | Readonly<{ state: 'declined'; reason: DeclineReason }>;

/** The payer's bank or card says no: no money has gone. */
export class PaymentDeclined extends ExternalSystemRefused {
  readonly reason: DeclineReason;

  constructor(reason: DeclineReason) {
    super('payment', reason);
    this.reason = reason;
  }
}

/** 결제 시스템: pays orders of supplies, and takes payments back. */
export interface Payments {
  /** @throws ExternalSystemUnavailable, PaymentDeclined, ExternalSystemRefused */
  pay(payment: SuppliesPayment): Promise<{ paymentReference: string }>;
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  refund(refund: SuppliesRefund): Promise<{ refundReference: string }>;
  /** What became of a payment, by its key. Nothing: it never arrived. */
  findPaymentByKey(key: string): Promise<PaymentStanding | undefined>;
  /** What became of the payment of one order. */
  findPaymentOfOrder(
    order: Readonly<{ suppliesId: string; attempt: number }>,
  ): Promise<PaymentStanding | undefined>;
  /** What became of a refund, by its key. */
  findRefundByKey(refund: Omit<SuppliesRefund, 'won'>): Promise<RefundMade | undefined>;
}
