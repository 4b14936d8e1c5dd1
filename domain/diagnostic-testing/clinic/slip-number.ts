import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 전표번호: the slip under which kits come or go, 1 to 64 letters, digits and hyphens. It makes a repetition known. */
export type SlipNumber = string & { readonly __kind: 'slip' };

/** @throws InvalidValue `clinic/slip-malformed` */
export function slipNumber(text: string): SlipNumber {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('clinic/slip-malformed');
  return text as SlipNumber;
}
