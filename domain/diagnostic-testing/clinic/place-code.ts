import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** The code of the place where a clinic stands: 1 to 64 letters, digits and hyphens. */
export type PlaceCode = string & { readonly __kind: 'place' };

/** @throws InvalidValue `clinic/place-malformed` */
export function placeCode(text: string): PlaceCode {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(text)) throw new InvalidValue('clinic/place-malformed');
  return text as PlaceCode;
}
