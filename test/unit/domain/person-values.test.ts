import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Address } from '../../../domain/patient-management/person/address.ts';
import { BirthDate } from '../../../domain/patient-management/person/birth-date.ts';
import { LanguageTag } from '../../../domain/patient-management/person/language-tag.ts';
import { LegalBasis } from '../../../domain/patient-management/person/legal-basis.ts';
import { LikenessScore } from '../../../domain/patient-management/person/likeness-score.ts';
import { Nationality } from '../../../domain/patient-management/person/nationality.ts';
import { mustStandForItself, resolve } from '../../../domain/patient-management/person/survivor.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { personId, type PersonId } from '../../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';

const SEOUL = District.of('11110');

describe('an address', () => {
  test('is tidy, composed, frozen, and equal by value', () => {
    const one = Address.of(SEOUL, ['  세종대로   209 '.normalize('NFD'), '101동']);
    expect(one.lines).toEqual(['세종대로 209', '101동']);
    expect(Object.isFrozen(one) && Object.isFrozen(one.lines)).toBe(true);
    expect(one.equals(Address.of(SEOUL, ['세종대로 209', '101동']))).toBe(true);
    expect(one.equals(Address.of(SEOUL, ['세종대로 209']))).toBe(false);
    expect(one.equals(Address.of(District.of('26110'), one.lines))).toBe(false);
  });
  test.each([[[]], [['']], [['  ']], [['a', '']], [['a\u0000b']], [['x'.repeat(201)]], [Array(6).fill('a')]])(
    'is not %j',
    (lines) => expect(() => Address.of(SEOUL, lines)).toThrow('person/address-malformed'),
  );
});

describe('a language', () => {
  test.each([
    ['vi', 'vi'],
    ['ZH-hANS', 'zh-Hans'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['PT-br', 'pt-BR'],
    ['es-419', 'es-419'],
    ['fil', 'fil'],
  ])('%s is %s', (text, tag) => expect(LanguageTag.of(text).tag).toBe(tag));
  test.each(['', 'v', 'vietnamese', 'vi_VN', 'vi-', 'vi-VN-x-private', 'vi\n', ' vi'])('is not %j', (text) =>
    expect(() => LanguageTag.of(text)).toThrow('person/language-tag-malformed'),
  );
});

describe('a nationality', () => {
  test('is one of the 249 assigned codes', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const known = letters.flatMap((a) => letters.map((b) => a + b)).filter(isNationality);
    expect(known).toHaveLength(249);
    expect(['KR', 'KP', 'VN', 'CN', 'US', 'UZ', 'TW'].every(isNationality)).toBe(true);
  });
  test.each(['', 'kr', 'KOR', 'EU', 'UK', 'XK', 'ZZ', 'SU', 'AN', ' KR'])('is not %j', (code) =>
    expect(() => Nationality.of(code)).toThrow('person/nationality-unknown'),
  );
});
const isNationality = (code: string): boolean => {
  try {
    return Nationality.of(code).code === code;
  } catch {
    return false;
  }
};

test.each(['pipa-21', 'retention-expired', 'idcpa-76-2'])('%s is a legal basis', (code) =>
  expect(LegalBasis.of(code).code).toBe(code),
);
test.each([
  '',
  'PIPA',
  '홍길동',
  'a b',
  '-a',
  'a-',
  'a-2b',
  'request-01012345678',
  '01012345678',
  `a-${'b'.repeat(39)}`,
])('%j is no legal basis', (code) => expect(() => LegalBasis.of(code)).toThrow('person/legal-basis'));

test.each([-0.001, 1.001, Number.NaN, Infinity])('%d is no likeness score', (value) =>
  expect(() => LikenessScore.of(value)).toThrow('person/likeness-score-impossible'),
);

test.each([
  ['2008-02-29', '2027-02-28', 18],
  ['2008-02-29', '2027-03-01', 19],
  ['2008-02-29', '2028-02-29', 20],
  ['2007-12-31', '2026-12-30', 18],
  ['2007-12-31', '2026-12-31', 19],
  ['2007-12-31', '2026-01-01', 18],
  ['2026-03-04', '2026-03-04', 0],
])('born on %s one is on %s %d years old', (born, on, years) => {
  const day = LocalDate.of(on);
  expect(BirthDate.of(born, day).ageOn(day)).toBe(years);
});

describe('the record that stands for a person', () => {
  const ids = Array.from({ length: 6 }, (_, index) =>
    personId(`01900000-0000-7000-8000-00000000000${index}`),
  );
  const at = (index: number): PersonId => ids[index] as PersonId;
  const links = (pairs: readonly (readonly [number, number])[]) => {
    const map = new Map(pairs.map(([from, to]) => [at(from), at(to)]));
    return (id: PersonId) => map.get(id);
  };
  test('is itself, or the end of the chain', () => {
    expect(resolve(at(0), links([]))).toBe(at(0));
    const chain = links([
      [0, 3],
      [3, 1],
      [2, 1],
    ]);
    expect([0, 1, 2, 3, 4].map((index) => resolve(at(index), chain))).toEqual([1, 1, 1, 1, 4].map(at));
  });
  test('is the smallest of a circle, from wherever one comes', () => {
    const circle = links([
      [0, 3],
      [3, 4],
      [4, 2],
      [2, 3],
      [5, 5],
    ]);
    expect([0, 2, 3, 4, 5].map((index) => resolve(at(index), circle))).toEqual([2, 2, 2, 2, 5].map(at));
  });
  test('exists for any links at all, is the same for both ends of a link, and asks each record once at most', () =>
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(5), { nil: undefined }), { minLength: 6, maxLength: 6 }),
        (to) => {
          const next = (id: PersonId): PersonId | undefined => {
            const target = to[ids.indexOf(id)];
            return target === undefined ? undefined : at(target);
          };
          for (const id of ids) {
            let asked = 0;
            const found = resolve(id, (one) => {
              asked += 1;
              return next(one);
            });
            expect(asked).toBeLessThanOrEqual(ids.length);
            const link = next(id);
            if (link !== undefined) expect(resolve(link, next)).toBe(found);
            else expect(found).toBe(id);
          }
        },
      ),
    ));
  test('is neither merged nor erased when it is chosen', () => {
    const state = { registeredAt: '2026-03-01T03:00:00Z', district: '11110', language: 'ko' } as const;
    const id = at(0);
    expect(() => mustStandForItself(id, { ...state, stage: 'registered' })).not.toThrow();
    expect(() => mustStandForItself(id, { ...state, stage: 'merged', mergedInto: at(1) })).toThrow(
      'person/merged-into-another',
    );
    expect(() => mustStandForItself(id, { ...state, stage: 'erased', mergedInto: at(1) })).toThrow(
      'person/erased',
    );
  });
});
