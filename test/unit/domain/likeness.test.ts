import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  likeness,
  nameKeyOf,
  type LikenessFacts,
} from '../../../domain/patient-management/person/likeness.ts';

const GILDONG: LikenessFacts = {
  nameKey: nameKeyOf('홍길동'),
  birthDate: '1980-02-29',
  phone: '+821012345678',
  sex: 'male',
};
const SOMEBODY: LikenessFacts = {
  nameKey: nameKeyOf('남궁민수'),
  birthDate: '1991-07-01',
  phone: '+821099990000',
  sex: 'female',
};
const like = (more: Partial<LikenessFacts>) => likeness(GILDONG, { ...GILDONG, ...more });

describe('two records', () => {
  test('that say the same are one human being', () =>
    expect(like({})).toEqual({
      score: 1,
      reasons: ['phone-same', 'birth-date-same', 'name-same', 'sex-same'],
    }));
  test('with the same telephone and birth date are very like, whatever the name', () => {
    const found = like({ nameKey: nameKeyOf('Hong Gildong') });
    expect(found.score).toBeGreaterThanOrEqual(0.8);
    expect(found.reasons).toEqual(['phone-same', 'birth-date-same', 'sex-same']);
  });
  test('of a family that shares a telephone are below that, and so are namesakes', () => {
    expect(like({ birthDate: '2010-05-05', nameKey: nameKeyOf('홍길순') }).score).toBeLessThan(0.65);
    expect(like({ phone: '+821099990000', birthDate: '1991-07-01' }).score).toBeLessThan(0.25);
    expect(like({ phone: '+821099990000' }).score).toBeLessThan(0.65);
  });
  test('of strangers are hardly alike', () => {
    const { score, reasons } = likeness(GILDONG, SOMEBODY);
    expect(score).toBeLessThan(0.1);
    expect(reasons).toEqual(['sex-differs']);
  });
  test('are no more alike for what neither says', () => {
    const nothing: LikenessFacts = { nameKey: '', birthDate: '', phone: '', sex: 'unknown' };
    expect(likeness(nothing, nothing)).toEqual({ score: 0.025, reasons: [] });
  });
  test('of unknown sex lie between the same and another sex', () => {
    expect(like({ sex: 'unknown' }).score).toBeLessThan(like({}).score);
    expect(like({ sex: 'unknown' }).score).toBeGreaterThan(like({ sex: 'female' }).score);
  });
});

describe('a name', () => {
  test.each([
    ['홍길동', '홍 길 동'],
    ['José', 'Jose \u0301'],
    ['홍길동', '홍길동'.normalize('NFD')],
    ['Nguyễn Văn An', 'NGUYỄN VĂN AN'],
  ])('%s is the name %s', (one, other) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other));
    expect(likeness({ ...GILDONG, nameKey: one }, { ...GILDONG, nameKey: other }).reasons).toContain(
      'name-same',
    );
  });
  test('that differs by one jamo is nearer than one that differs by a syllable', () => {
    const [jamo, syllable] = [like({ nameKey: '홍길둥' }), like({ nameKey: '홍길수' })];
    expect(jamo.reasons).toContain('name-similar');
    expect(jamo.score).toBe(0.983);
    expect(jamo.score).toBeGreaterThan(syllable.score);
    expect(syllable.score).toBeGreaterThan(like({ nameKey: '박영희' }).score);
  });
});

/** Names, dates and numbers that meet often, and any text at all. */
const text = (...likely: readonly string[]) =>
  fc.oneof(fc.constantFrom('', ...likely), fc.string({ unit: 'grapheme', maxLength: 12 }));
const facts = fc.record<LikenessFacts>({
  nameKey: text('홍길동', '홍길둥', '홍 길동', 'Hong Gildong', 'ᄒ', 'İ', 'é'),
  birthDate: text('1980-02-29', '1991-07-01'),
  phone: text('+821012345678', '+821099990000'),
  sex: fc.constantFrom('female', 'male', 'unknown'),
});

describe('always', () => {
  test('symmetric, the same every time, from 0 to 1', () =>
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const found = likeness(one, other);
        expect(likeness(other, one)).toEqual(found);
        expect(likeness({ ...one }, { ...other })).toEqual(found);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
        expect(Math.round(found.score * 1_000)).toBeCloseTo(found.score * 1_000, 9);
      }),
      { numRuns: 500 },
    ));
  test('nothing is likelier than the record itself', () =>
    fc.assert(
      fc.property(facts, facts, (one, other) =>
        expect(likeness(one, one).score).toBeGreaterThanOrEqual(likeness(one, other).score),
      ),
      { numRuns: 500 },
    ));
  test('one more agreement never makes two records less alike', () =>
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const before = likeness(one, other).score;
        for (const agreed of ['nameKey', 'birthDate', 'phone'] as const) {
          expect(likeness(one, { ...other, [agreed]: one[agreed] }).score).toBeGreaterThanOrEqual(
            one[agreed] === '' ? 0 : before,
          );
        }
      }),
      { numRuns: 500 },
    ));
  test('a name key of a name key is that key', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (name) =>
        expect(nameKeyOf(nameKeyOf(name))).toBe(nameKeyOf(name)),
      ),
      { numRuns: 1_000 },
    ));
});
