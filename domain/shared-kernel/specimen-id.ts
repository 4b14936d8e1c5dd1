import { InvalidValue } from './domain-error.ts';

/** 검체번호: the label on a specimen, 1 to 64 letters, digits and hyphens. */
export type SpecimenId = string & { readonly __kind: 'specimen' };

/** @throws InvalidValue `specimen/malformed` */
export function specimenId(text: string): SpecimenId {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('specimen/malformed');
  return text as SpecimenId;
}
