import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** What a payment, a supplier or a parcel service calls it: 1 to 100 letters, digits and `. _ : / -`. */
export type PartnerReference = string & { readonly __kind: 'partner-reference' };

/** @throws InvalidValue `supplies/reference-malformed` */
export function partnerReference(text: string): PartnerReference {
  if (!/^[A-Za-z0-9._:/-]{1,100}$/.test(text)) throw new InvalidValue('supplies/reference-malformed');
  return text as PartnerReference;
}
