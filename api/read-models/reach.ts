import { beginningsOf, commonBeginnings } from '../../domain/shared-kernel/districts/beginnings.ts';

/** For `like any`: what begins with one of these administrative codes; an empty one is the whole country. */
export const beginningWith = (reach: readonly string[]): readonly string[] =>
  reach.map((beginning) => `${beginning}%`);

/** Where to look, each place once: the whole country, or whole provinces and single districts beside them. */
export type Places = Readonly<{
  country: boolean;
  provinces: readonly string[];
  districts: readonly string[];
}>;

/** What is in reach (beginnings of districts), of these districts and provinces where some are asked for, none within another. */
export const rangesOf = (reach: readonly string[], wanted?: readonly string[]): readonly string[] =>
  commonBeginnings(wanted === undefined ? [''] : beginningsOf(wanted), reach);

/** The same by what they are. */
export function placesOf(reach: readonly string[], wanted?: readonly string[]): Places {
  const ranges = rangesOf(reach, wanted);
  return {
    country: ranges.includes(''),
    provinces: ranges.filter((one) => one.length === 2),
    districts: ranges.filter((one) => one.length === 5),
  };
}
