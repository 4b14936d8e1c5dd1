import { InvalidValue } from './domain-error.ts';

/** A member of staff, by the name of the account as the identity provider gives it; an e-mail address it may be. */
export type StaffId = string & { readonly __kind: 'staff' };

/** @throws InvalidValue `staff/malformed` */
export function staffId(text: string): StaffId {
  if (!/^[A-Za-z0-9._@|+-]{1,64}$/.test(text)) throw new InvalidValue('staff/malformed');
  return text as StaffId;
}
