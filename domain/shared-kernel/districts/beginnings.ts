import { DISTRICTS, presentCode, type KnownDistrict } from './districts.ts';
import { PROVINCES } from './provinces.ts';

/** The whole country, in a list of jurisdictions: two digits are a province, five a district. */
export const NATION = '00';

/** The code that stands for no district: what no public health office is responsible for is the headquarters' own. */
export const HEADQUARTERS = '00000';

/**
 * Jurisdictions as beginnings of districts: an empty one is the whole country. Each under all codes that it has had: whoever
 * is responsible for a district is so for what was stored under its former code, and a token with a former code is one for
 * the district that took its place. Of one that was split, both answer for what was stored before.
 */
export function beginningsOf(jurisdictions: readonly string[]): readonly string[] {
  if (jurisdictions.includes(NATION)) return [''];
  return withinNone(jurisdictions.flatMap((code) => [code, ...otherCodesOf(code)]));
}

/** The other way round: as a list of jurisdictions names them. */
export const jurisdictionsOf = (beginnings: readonly string[]): readonly string[] =>
  beginnings.map((beginning) => (beginning === '' ? NATION : beginning));

/** What lies within both, none within another. */
export function commonBeginnings(some: readonly string[], others: readonly string[]): readonly string[] {
  return withinNone(
    some.flatMap((one) => (isWithin(others, one) ? [one] : others.filter((other) => other.startsWith(one)))),
  );
}

/** Whether a district lies within one of these. */
export const isWithin = (beginnings: readonly string[], district: string): boolean =>
  beginnings.some((beginning) => district.startsWith(beginning));

const withinNone = (codes: readonly string[]): readonly string[] =>
  [...new Set(codes)].filter((one) => !codes.some((wider) => wider !== one && one.startsWith(wider)));

const known = new Map<string, readonly string[]>();
function otherCodesOf(code: string): readonly string[] {
  const found = known.get(code);
  if (found !== undefined) return found;
  const others = whole([...formerCodesOf(code), ...presentCodesOf(code)]);
  known.set(code, others);
  return others;
}

const FORMER: readonly KnownDistrict[] = DISTRICTS.filter(({ successors }) => successors.length > 0);

const formerCodesOf = (code: string): readonly string[] =>
  FORMER.flatMap((one) =>
    one.successors.some((successor) => successor.startsWith(code) || presentCode(successor).startsWith(code))
      ? [one.code]
      : [],
  ).filter((one) => !one.startsWith(code));

/** Of a province only where it is none any more: one that gave a district away is not responsible for it. */
function presentCodesOf(code: string): readonly string[] {
  const isFormer =
    code.length === 5 || PROVINCES.some((one) => one.code === code && one.validUntil !== undefined);
  if (!isFormer) return [];
  return FORMER.filter((one) => one.code.startsWith(code))
    .map((one) => presentCode(one.code))
    .filter((one) => !one.startsWith(code));
}

/** Provinces of which every district that they ever had is there, in the place of their districts. */
function whole(codes: readonly string[]): readonly string[] {
  const there = new Set(codes);
  const all = PROVINCES.filter(({ code }) => {
    const districts = DISTRICTS.filter((one) => one.code.startsWith(code));
    return districts.length > 0 && districts.every((one) => there.has(one.code));
  }).map(({ code }) => code);
  return [...all, ...codes.filter((one) => !all.includes(one.slice(0, 2)))];
}
