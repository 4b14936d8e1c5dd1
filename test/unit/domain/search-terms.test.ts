import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  searchTermsOf,
  termOfInitials,
  termsOfName,
} from '../../../domain/patient-management/person/search-terms.ts';
import { initialOf, INITIALS } from '../../../domain/shared-kernel/hangul.ts';

const values = { birthDate: '1980-01-02', sex: 'male', phone: '+821012345678' } as const;
const termsOf = (name: string) => searchTermsOf({ ...values, name });
const isFound = (name: string, by: string): boolean => {
  const known = new Set(termsOf(name));
  return termsOfName(by).every((term) => known.has(term));
};
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
const koreanName = fc.array(syllable, { minLength: 2, maxLength: 10 });

describe('the initial consonant', () => {
  test('of every syllable is the one that Unicode takes it apart into', () => {
    for (let code = 0xac00; code <= 0xd7a3; code += 1) {
      const one = String.fromCodePoint(code);
      const jamo = (one.normalize('NFD').codePointAt(0) ?? 0) - 0x1100;
      expect(initialOf(one)).toBe(INITIALS[jamo]);
    }
  });
  test('is nothing of what is no syllable', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^[가-힣]/.test(text)),
        (text) => initialOf(text) === undefined,
      ),
    ));
});

describe('a Korean name', () => {
  test('is found whole, by how it begins and by its initials', () =>
    expect(termsOf('홍길동')).toEqual([
      'name:홍길동',
      'name:홍길',
      'initials:ㅎㄱ',
      'initials:ㅎㄱㄷ',
      'born:1980-01-02',
      'phone:+821012345678',
    ]));
  test('is found by every beginning of two syllables or more, of its initials too', () =>
    fc.assert(
      fc.property(koreanName, (syllables) => {
        const name = syllables.join('');
        const known = termsOf(name);
        for (let length = 2; length <= syllables.length; length += 1) {
          const beginning = syllables.slice(0, length);
          expect(isFound(name, beginning.join(''))).toBe(true);
          expect(known).toContain(termOfInitials(beginning.map(initialOf).join('')));
        }
        expect(new Set(known).size).toBe(known.length);
      }),
    ));
  test('is not found by its first syllable, nor by how it ends', () => {
    expect(isFound('홍길동', '홍')).toBe(false);
    expect(isFound('홍길동', '길동')).toBe(false);
    expect(isFound('홍길동', '홍길순')).toBe(false);
  });
  test('of one syllable is found whole, and one of more than ten too', () => {
    expect(isFound('김', '김')).toBe(true);
    const longest = '가나다라마바사아자차카타';
    expect(isFound(longest, longest)).toBe(true);
  });
  test('is the same with spaces, and taken apart into jamo', () => {
    expect(isFound('홍길동', '홍 길동')).toBe(true);
    expect(isFound('홍길동', '홍길동'.normalize('NFD'))).toBe(true);
    expect(isFound('홍길동'.normalize('NFD'), '홍길')).toBe(true);
  });
});

describe('a name in another writing', () => {
  test('is found by any of its words, in any order and case', () => {
    expect(isFound('Maria del Carmen García-López', 'garcia')).toBe(true);
    expect(isFound('Maria del Carmen García-López', 'LÓPEZ, maria')).toBe(true);
    expect(isFound('Maria del Carmen García-López', 'maria pérez')).toBe(false);
    expect(isFound('Maria', 'mari')).toBe(false);
  });
  test('keeps the marks that are letters of its writing', () => {
    expect(isFound('Зайцев', 'заицев')).toBe(false);
    expect(isFound('王小明', '王小明')).toBe(true);
  });
  test('that begins in Hangul is found by that too', () => {
    expect(isFound('홍길동A', '홍길동')).toBe(true);
    expect(isFound('홍길동A', '홍길동a')).toBe(true);
  });
  test('that is no word at all has no term', () => expect(termsOfName('---')).toEqual([]));
});
