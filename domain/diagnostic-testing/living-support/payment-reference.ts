import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 거래번호: the payment system's own number of one transfer, 1 to 64 letters, digits and hyphens. */
export type PaymentReference = string & { readonly __kind: 'payment' };

/** @throws InvalidValue `payment-reference/malformed` */
export function paymentReference(text: string): PaymentReference {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('payment-reference/malformed');
  return text as PaymentReference;
}
