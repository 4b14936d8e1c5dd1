/** What is paid for one order of supplies. The same key pays once. */
export type SuppliesPayment = Readonly<{ key: string; suppliesId: string; won: number }>;

/** 결제 시스템: pays orders of supplies, and takes payments back. */
export interface Payments {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused when it is declined */
  pay(payment: SuppliesPayment): Promise<{ paymentReference: string }>;
  /** The same key refunds once. @throws ExternalSystemUnavailable, ExternalSystemRefused */
  refund(
    refund: Readonly<{ key: string; paymentReference: string; won: number }>,
  ): Promise<{ refundReference: string }>;
}
