import type { PlaceName } from './district-row.ts';

export type Province = Readonly<{
  /** The first two digits of its districts' codes. */
  code: string;
  name: PlaceName;
  /** Other names under which records have it. */
  alsoCalled: readonly string[];
  /** Its first and its last day, where they are later than the end of 2019. */
  validFrom?: string;
  validUntil?: string;
}>;

const province = (
  code: string,
  [ko, en]: readonly [ko: string, en: string],
  alsoCalled: readonly string[],
  valid: Pick<Province, 'validFrom' | 'validUntil'> = {},
): Province => ({ code, name: { ko, en }, alsoCalled, ...valid });

/**
 * The provinces (시도) since 2020. English as the disease-control agency's published cases spell it.
 * Not verified on 2026-11-22: the official English name of 전남광주통합특별시.
 */
export const PROVINCES: readonly Province[] = [
  province('11', ['서울특별시', 'Seoul'], ['서울', '서울시']),
  province('12', ['전남광주통합특별시', 'Jeonnam-Gwangju'], ['전남광주', '광주특별시'], {
    validFrom: '2026-07-01',
  }),
  province('26', ['부산광역시', 'Busan'], ['부산', '부산시']),
  province('27', ['대구광역시', 'Daegu'], ['대구', '대구시']),
  province('28', ['인천광역시', 'Incheon'], ['인천', '인천시']),
  province('29', ['광주광역시', 'Gwangju'], ['광주'], { validUntil: '2026-06-30' }),
  province('30', ['대전광역시', 'Daejeon'], ['대전', '대전시']),
  province('31', ['울산광역시', 'Ulsan'], ['울산', '울산시']),
  province('36', ['세종특별자치시', 'Sejong'], ['세종', '세종시']),
  province('41', ['경기도', 'Gyeonggi-do'], ['경기']),
  province('42', ['강원도', 'Gangwon-do'], ['강원'], { validUntil: '2023-06-10' }),
  province('43', ['충청북도', 'Chungcheongbuk-do'], ['충북']),
  province('44', ['충청남도', 'Chungcheongnam-do'], ['충남']),
  province('45', ['전라북도', 'Jeollabuk-do'], ['전북'], { validUntil: '2024-01-17' }),
  province('46', ['전라남도', 'Jeollanam-do'], ['전남'], { validUntil: '2026-06-30' }),
  province('47', ['경상북도', 'Gyeongsangbuk-do'], ['경북']),
  province('48', ['경상남도', 'Gyeongsangnam-do'], ['경남']),
  province('50', ['제주특별자치도', 'Jeju-do'], ['제주', '제주도', 'Jeju']),
  province('51', ['강원특별자치도', 'Gangwon State'], ['강원', 'Gangwon'], { validFrom: '2023-06-11' }),
  province('52', ['전북특별자치도', 'Jeonbuk State'], ['전북', 'Jeonbuk'], { validFrom: '2024-01-18' }),
];
