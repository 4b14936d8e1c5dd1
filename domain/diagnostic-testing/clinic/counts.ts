import { InvalidValue } from '../../shared-kernel/domain-error.ts';

type Count<Kind extends string> = number & { readonly __kind: Kind };

/** A whole number of one kind, from `least` on. `field` names the place in the request. */
const countOf =
  <Kind extends string>(field: Kind, least: 0 | 1) =>
  (value: number): Count<Kind> => {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidValue('clinic/not-a-count', { field, least });
    }
    return value as Count<Kind>;
  };

export type Booths = Count<'booths'>;
export const booths = countOf('booths', 1);
/** People that one booth can test in one hour. */
export type HourlyCapacity = Count<'capacityPerBoothHour'>;
export const hourlyCapacity = countOf('capacityPerBoothHour', 1);
export type KitsInStock = Count<'kitsInStock'>;
export const kitsInStock = countOf('kitsInStock', 0);
/** Kits that come or go under one slip. */
export type KitsMoved = Count<'kits'>;
export const kitsMoved = countOf('kits', 1);
export type Tested = Count<'tested'>;
export const tested = countOf('tested', 0);
/** How many days back shifts are kept. */
export type KeepDays = Count<'keepDays'>;
export const keepDays = countOf('keepDays', 1);
/** A part of a capacity, above 0 and up to 1. */
export type CapacityShare = number & { readonly __kind: 'share' };
/** @throws InvalidValue `clinic/share-out-of-range` */
export function capacityShare(value: number): CapacityShare {
  if (!(value > 0 && value <= 1)) throw new InvalidValue('clinic/share-out-of-range');
  return value as CapacityShare;
}
export type KitsPerDay = Count<'perDay'>;
export const kitsPerDay = countOf('perDay', 1);
