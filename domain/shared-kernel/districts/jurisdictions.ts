import type { LocalDate } from '../local-date.ts';
import type { PlaceName } from './district-row.ts';
import { NATION } from './beginnings.ts';
import { DISTRICTS, isValidOn } from './districts.ts';
import { PROVINCES } from './provinces.ts';

type Place = Readonly<{ code: string; name: PlaceName }>;

/** The country, its provinces and their districts. */
export type JurisdictionTree = Place &
  Readonly<{ provinces: readonly (Place & Readonly<{ districts: readonly Place[] }>)[] }>;

const COUNTRY: Place = { code: NATION, name: { ko: '전국', en: 'Republic of Korea' } };

/** As they are today, or as they were on a day since 2020. */
export function jurisdictions(on?: LocalDate): JurisdictionTree {
  const there = (one: Readonly<{ validFrom?: string; validUntil?: string }>): boolean =>
    on === undefined ? one.validUntil === undefined : isValidOn(one, on);
  return {
    ...COUNTRY,
    provinces: PROVINCES.filter(there).map(({ code, name }) => ({
      code,
      name,
      districts: DISTRICTS.filter((one) => one.province.code === code && there(one)).map((one) => ({
        code: one.code,
        name: one.name,
      })),
    })),
  };
}
