import { InvalidValue } from '../shared-kernel/domain-error.ts';

/** The code of a place in the register of places: 1 to 64 letters, digits and hyphens. Never an address. */
export type PlaceId = string & { readonly __kind: 'place' };

/** @throws InvalidValue `place/malformed` */
export function placeId(text: string): PlaceId {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('place/malformed');
  return text as PlaceId;
}
