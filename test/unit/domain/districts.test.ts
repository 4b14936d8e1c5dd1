import { describe, expect, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import {
  DISTRICTS,
  isKnownDistrict,
  nameOf,
  presentCode,
  provinceOf,
} from '../../../domain/shared-kernel/districts/districts.ts';
import { jurisdictions } from '../../../domain/shared-kernel/districts/jurisdictions.ts';
import { PROVINCES } from '../../../domain/shared-kernel/districts/provinces.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

const day = (text: string) => LocalDate.of(text);
const counts = (on?: string) =>
  Object.fromEntries(
    jurisdictions(on === undefined ? undefined : day(on)).provinces.map((one) => [
      one.code,
      one.districts.length,
    ]),
  );
const codes = DISTRICTS.map(({ code }) => code);

describe('the districts', () => {
  test('of today are 269 in 16 provinces', () => {
    const today = counts();
    expect(today).toEqual({
      '11': 25,
      '12': 27,
      '26': 16,
      '27': 9,
      '28': 11,
      '30': 5,
      '31': 5,
      '36': 1,
      '41': 55,
      '43': 15,
      '44': 17,
      '47': 24,
      '48': 23,
      '50': 2,
      '51': 18,
      '52': 16,
    });
    expect(Object.values(today).reduce((sum, one) => sum + one, 0)).toBe(269);
  });

  test('of 2020 are 261 in 17 provinces, before any of the changes', () => {
    const then = counts('2020-01-20');
    expect(then).toMatchObject({
      '27': 8,
      '28': 10,
      '29': 5,
      '41': 48,
      '42': 18,
      '45': 16,
      '46': 22,
      '47': 25,
    });
    expect(Object.keys(then)).toHaveLength(17);
    expect(Object.values(then).reduce((sum, one) => sum + one, 0)).toBe(261);
  });

  test('have each a code of their own, below their province', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^\d{5}$/.test(code))).toEqual([]);
    expect(DISTRICTS.filter(({ code, province }) => !code.startsWith(province.code))).toEqual([]);
    expect(new Set(PROVINCES.map(({ code }) => code)).size).toBe(PROVINCES.length);
  });

  test('have no two of one name on one day in one province', () => {
    for (const on of [undefined, day('2020-01-20'), day('2024-01-01'), day('2026-06-30')])
      for (const { districts } of jurisdictions(on).provinces)
        for (const language of ['ko', 'en'] as const)
          expect(new Set(districts.map(({ name }) => name[language])).size).toBe(districts.length);
  });

  test('carry Korean names with 시, 군 or 구 and English ones with -si, -gun or -gu', () => {
    const kind = { 시: '-si', 군: '-gun', 구: '-gu' } as const;
    const wrong = DISTRICTS.filter(({ name: { ko, en } }) => {
      const endings = ko.split(' ').map((word) => kind[word.at(-1) as keyof typeof kind]);
      return en.split(' ').some((word, index) => !word.endsWith(endings[index] ?? '?'));
    });
    expect(wrong.map(({ code }) => code)).toEqual(['36110']); // Sejong is its own
  });

  test('in a city have the city beside them', () => {
    const inCity = DISTRICTS.filter(({ name }) => name.ko.includes(' '));
    const without = inCity.filter(
      (one) =>
        !DISTRICTS.some(
          ({ name, province }) => province === one.province && name.ko === one.name.ko.split(' ')[0],
        ),
    );
    expect(inCity.length).toBe(41); // 39 today and two of Jeonju before
    expect(without).toEqual([]);
  });
});

describe('a code that was replaced', () => {
  test.each([
    ['28170', '28177', '2018-07-01'],
    ['42110', '51110', '2023-06-11'],
    ['42830', '51830', '2023-06-11'],
    ['47720', '27720', '2023-07-01'],
    ['45113', '52113', '2024-01-18'],
    ['28140', '28125', '2026-07-01'],
    ['29155', '12270', '2026-07-01'],
    ['46230', '12190', '2026-07-01'],
  ])('is understood: %s is %s from %s', (was, is, from) => {
    const before = day(from).plusDays(-1);
    expect(presentCode(was)).toBe(is);
    expect([isKnownDistrict(was), isKnownDistrict(was, before), isKnownDistrict(was, day(from))]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isKnownDistrict(is, before), isKnownDistrict(is, day(from))]).toEqual([false, true]);
  });

  test.each(['28110', '28260'])('stays where it was split: %s', (code) => {
    expect(presentCode(code)).toBe(code);
    expect(isKnownDistrict(code)).toBe(true);
  });

  test('has successors that begin the day after it ends, and its name where it was only renumbered', () => {
    for (const { code, name, validUntil, successors } of DISTRICTS.filter(
      (one) => one.validUntil !== undefined,
    ))
      for (const successor of successors) {
        const found = DISTRICTS.find((one) => one.code === successor);
        expect([code, found?.validFrom]).toEqual([
          code,
          day(validUntil ?? '')
            .plusDays(1)
            .toString(),
        ]);
        if (!code.startsWith('28')) expect(found?.name).toEqual(name);
      }
  });

  test('is today’s own where nothing replaced it, and anything else is left alone', () => {
    expect(['11110', '41190', '99999'].map(presentCode)).toEqual(['11110', '41190', '99999']);
  });
});

describe('a district', () => {
  test('has its names and its province', () => {
    expect(nameOf('26440')).toEqual({ ko: '강서구', en: 'Gangseo-gu' });
    expect(nameOf('41135')).toEqual({ ko: '성남시 분당구', en: 'Seongnam-si Bundang-gu' });
    expect(provinceOf('47720')?.name).toEqual({ ko: '경상북도', en: 'Gyeongsangbuk-do' });
    expect([nameOf('00000'), provinceOf('11999')]).toEqual([undefined, undefined]);
  });

  test('is known from its first day: the districts of Bucheon and Hwaseong beside their cities', () => {
    expect(['41190', '41192'].map((code) => isKnownDistrict(code, day('2023-12-31')))).toEqual([true, false]);
    expect(['41190', '41192'].map((code) => isKnownDistrict(code, day('2024-01-01')))).toEqual([true, true]);
    expect(['41590', '41597'].map((code) => isKnownDistrict(code, day('2026-02-01')))).toEqual([true, true]);
  });

  test('is one that was; what never was is refused, and read back where a record has it', () => {
    expect([District.of('11110'), District.of('47720')].map(({ code }) => code)).toEqual(['11110', '47720']);
    for (const code of ['99999', '00000', '11111', '11000'])
      expect(() => District.of(code)).toThrow('district/unknown');
    expect(District.recorded('99999').code).toBe('99999');
    expect(() => District.of('1111')).toThrow('district/malformed');
    expect(() => District.recorded('1111')).toThrow('district/malformed');
  });
});
