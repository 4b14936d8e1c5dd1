import type { LocalDate } from '../local-date.ts';
import { CAPITAL_REGION } from './capital-region.ts';
import { CENTRAL_REGION } from './central-region.ts';
import type { DistrictRow, PlaceName } from './district-row.ts';
import { FORMER_DISTRICTS, RENUMBERED, type FormerDistrict } from './former-districts.ts';
import { PROVINCES, type Province } from './provinces.ts';
import { SOUTHEAST_REGION } from './southeast-region.ts';
import { SOUTHWEST_REGION } from './southwest-region.ts';

/**
 * The cities, counties and districts (시군구) since 2020 by the administrative standard codes (행정표준코드, the first
 * five digits of a 법정동 code). A city with general districts (일반구) stands beside them under its own code.
 *
 * As of 2026-11-22: Seoul 25, Jeonnam-Gwangju 27, Busan 16, Daegu 9, Incheon 11, Daejeon 5, Ulsan 5, Sejong 1,
 * Gyeonggi 55 (8 cities beside their 24 districts), Chungbuk 15 (1 and 4), Chungnam 17 (1 and 2), Gyeongbuk 24
 * (1 and 2), Gyeongnam 23 (1 and 5), Jeju 2, Gangwon 18, Jeonbuk 16 (1 and 2): 269, and 66 codes of before. The 269
 * are 75 cities, 82 counties, 70 autonomous and 39 general districts, the two cities of Jeju, and Sejong.
 * Compared with the ministry's list of 2026-10-08, which holds all but the 13 cities; with the tourism organisation's
 * regions of 2026-09, which hold these too; and for the codes of before with two older copies of the ministry's list.
 * Not verified: the days of change against the ministry's own list, which has none for today's codes; they are those of
 * the laws and of the press.
 */
const ROWS: readonly DistrictRow[] = [
  ...CAPITAL_REGION,
  ...SOUTHWEST_REGION,
  ...SOUTHEAST_REGION,
  ...CENTRAL_REGION,
];

export type KnownDistrict = Readonly<{
  code: string;
  name: PlaceName;
  province: Province;
  /** The first and the last day of the code, where one lies since 2018. */
  validFrom?: string;
  validUntil?: string;
  /** The codes that took its place. */
  successors: readonly string[];
}>;

const provinces = new Map(PROVINCES.map((one) => [one.code, one]));

function provinceWith(code: string): Province {
  const found = provinces.get(code.slice(0, 2));
  if (found === undefined) throw new Error(`no province for the district ${code}`);
  return found;
}

function present([code, ko, en, own]: DistrictRow): KnownDistrict {
  const province = provinceWith(code);
  const validFrom = own ?? province.validFrom;
  return {
    code,
    name: { ko, en },
    province,
    ...(validFrom === undefined ? {} : { validFrom }),
    successors: [],
  };
}

function former({ code, name, ...rest }: FormerDistrict, today: ReadonlyMap<string, KnownDistrict>) {
  const called = name ?? today.get(rest.successors[0] ?? '')?.name;
  if (called === undefined) throw new Error(`no name for the former district ${code}`);
  return { code, name: called, province: provinceWith(code), ...rest };
}

const TODAY = new Map(ROWS.map((row) => [row[0], present(row)]));

const renumbered = RENUMBERED.flatMap(({ was, is, validUntil }) =>
  [...TODAY.keys()]
    .filter((code) => code.startsWith(is))
    .map((code) => ({ code: was + code.slice(2), validUntil, successors: [code] })),
);

/** Today's first. */
export const DISTRICTS: readonly KnownDistrict[] = [
  ...TODAY.values(),
  ...[...FORMER_DISTRICTS, ...renumbered].map((one) => former(one, TODAY)),
];

const byCode = new Map(DISTRICTS.map((one) => [one.code, one]));

export const isValidOn = (
  { validFrom, validUntil }: Pick<KnownDistrict, 'validFrom' | 'validUntil'>,
  on: LocalDate,
): boolean => {
  const day = on.toString();
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil);
};

/** Ever since 2020, or on a day. */
export function isKnownDistrict(code: string, on?: LocalDate): boolean {
  const found = byCode.get(code);
  return found !== undefined && (on === undefined || isValidOn(found, on));
}

export const nameOf = (code: string): PlaceName | undefined => byCode.get(code)?.name;

export const provinceOf = (code: string): Province | undefined => byCode.get(code)?.province;

/** The code that took its place. One that was split among several stays: only an address tells which it would be. */
export function presentCode(code: string): string {
  const [successor, ...others] = byCode.get(code)?.successors ?? [];
  return successor === undefined || others.length > 0 ? code : presentCode(successor);
}
