import { DISTRICTS, type KnownDistrict } from './districts.ts';
import type { Province } from './provinces.ts';

/** Sejong has no districts: it is its own. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = { '36110': ['세종시', '세종', 'Sejong-si'] };
const ENDING = /-(?:si|gun|gu)$|(?<=..)[시군구]$/;

const inFull = indexed(namesOf);
const withoutEnding = indexed((one) => namesOf(one).map((name) => name.replace(ENDING, '')));

/**
 * The code of a district by its province's name and its own, Korean or English. The ending may be missing (`Suwon`),
 * or the city before a district of its own. An old name gives its old code: see `presentCode`.
 */
export function districtByNames(province: string, city: string): string | undefined {
  const key = keyOf(province, city);
  return inFull.get(key) ?? withoutEnding.get(key);
}

/** In full, and below a city also without the city. */
function namesOf({ code, name: { ko, en } }: KnownDistrict): readonly string[] {
  const own = [ko, en].map((name) => name.slice(name.lastIndexOf(' ') + 1));
  return [ko, en, ...own, ...(ALSO_CALLED[code] ?? [])];
}

function namesOfProvince({ name, alsoCalled }: Province): readonly string[] {
  return [name.ko, name.en, ...alsoCalled];
}

/** In a province no two districts of today have one name; a district of today comes before one of before. */
function indexed(names: (one: KnownDistrict) => readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of DISTRICTS)
    for (const province of namesOfProvince(one.province))
      for (const name of names(one)) {
        const key = keyOf(province, name);
        if (!found.has(key)) found.set(key, one.code);
      }
  return found;
}

function keyOf(province: string, city: string): string {
  return [province, city].map((name) => name.normalize('NFC').replaceAll(/\s/g, '').toLowerCase()).join('/');
}
