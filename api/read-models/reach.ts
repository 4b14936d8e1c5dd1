import type { Of } from './statement.ts';
import { beginningsOf, commonBeginnings } from '../../domain/shared-kernel/districts/beginnings.ts';

/** For `like any`: what begins with one of these administrative codes; an empty one is the whole country. */
export const beginningWith = (reach: readonly string[]): readonly string[] =>
  reach.map((beginning) => `${beginning}%`);

export const DISTRICT_DIGITS = 5;

/** Worded so that an index that begins with the district is used. Nothing where nothing is in reach. */
export function inDistricts(district: string, within: readonly string[], of: Of): string {
  if (within.includes('')) return 'true';
  const districts = within.filter((code) => code.length === DISTRICT_DIGITS);
  const provinces = within.filter((code) => code.length < DISTRICT_DIGITS);
  const [first, ...others] = districts;
  const named =
    first === undefined ? [] : [others.length === 0 ? of(first) : `any (${of(districts)}::text[])`];
  const ranges = [
    ...named.map((those) => `${district} = ${those}`),
    ...provinces.map(
      (code) => `${district} between ${of(code)} and ${of(code.padEnd(DISTRICT_DIGITS, '9'))}`,
    ),
  ];
  return ranges.length === 0 ? 'false' : `(${ranges.join(' or ')})`;
}

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
    districts: ranges.filter((one) => one.length === DISTRICT_DIGITS),
  };
}
