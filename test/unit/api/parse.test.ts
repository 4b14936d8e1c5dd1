import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { parse } from '../../../api/parse.ts';
import { said } from '../../../api/schemas/said.ts';
import type { Refusal } from '../../../api/problem.ts';

const schema = z.strictObject({ owner: z.array(z.string()), name: z.string().optional() });

test('a text with U+0000, which no database keeps, is refused where it stands', () => {
  expect(parse(schema, { owner: ['kim'], name: 'a b' })).toEqual({ owner: ['kim'], name: 'a b' });
  expect(() => parse(schema, { owner: ['kim', 'a\0b'], name: '\0' })).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        code: 'request/invalid',
        errors: ['/owner/1', '/name'].map((pointer) => expect.objectContaining({ pointer })),
      }),
    }),
  );
});

test('a body that is nested deeper than anybody can walk through is refused like any other', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const places = { errors: [expect.objectContaining({ code: 'too-deep' })], code: 'request/invalid' };
  expect(() => parse(z.strictObject({ protocol: z.unknown() }), { protocol: deep })).toThrow(
    expect.objectContaining({ problem: expect.objectContaining(places) }),
  );
});

test('of two ways to name somebody, the one that knows the fields that were sent tells what is missing', () => {
  const known = z.strictObject({ personId: z.uuid() });
  const fresh = z.strictObject({ name: z.string(), phone: z.string(), sex: z.string(), born: z.string() });
  const missing = (given: object): unknown => {
    try {
      return parse(z.strictObject({ person: z.union([known, fresh]) }), { person: given });
    } catch (error) {
      return (error as Refusal).problem.errors?.map(({ pointer }) => pointer);
    }
  };
  expect(missing({ name: '홍길동' })).toEqual(['/person/phone', '/person/sex', '/person/born']);
  expect(missing({ personId: '7' })).toEqual(['/person/personId']);
  expect(missing({ personId: '7', name: '홍길동' })).toEqual(['/person/personId', '/person/name']);
});

test('a list that is sent whole is for whoever reads its rows', () => {
  expect(parse(z.string(), 'a\0b')).toBe('a\0b');
});

test.each([
  [
    'a value that is missing',
    z.strictObject({ kind: z.string() }),
    {},
    /^꼭 필요한 값입니다.*글자/,
    /^This is needed.*string/,
  ],
  [
    'another type',
    z.strictObject({ kind: z.number() }),
    { kind: '7' },
    /^값의 종류가.*숫자/,
    /^The value is of another type.*number/,
  ],
  [
    'none of the values',
    z.strictObject({ kind: z.enum(['a', 'b']) }),
    { kind: 'c' },
    /다음 중 하나.*a, b/,
    /one of: a, b/,
  ],
  ['another format', z.strictObject({ kind: z.uuid() }), { kind: '7' }, /식별자\(UUID\)/, /an id \(UUID\)/],
  [
    'too long',
    z.strictObject({ kind: z.string().max(3) }),
    { kind: 'abcd' },
    /3자 이하/,
    /at most 3 characters/,
  ],
  ['too small', z.strictObject({ kind: z.number().gt(0) }), { kind: 0 }, /0보다 커야/, /more than 0/],
  [
    'a field that is not known',
    z.strictObject({ kind: z.string().optional() }),
    { colour: 'red' },
    /알 수 없는 항목.*kind/,
    /unknown field.*kind/,
  ],
  [
    'a rule of its own',
    z.strictObject({ kind: z.string().refine(() => false, said('짝수', 'an even number')) }),
    { kind: 'a' },
    /규칙[^a-z]*: 짝수$/,
    /rule.*: an even number$/,
  ],
  [
    'a rule of which the library alone has words',
    z.strictObject({ kind: z.string().refine(() => false) }),
    { kind: 'a' },
    /규칙[^a-zA-Z]*\/docs/,
    /rule.*\/docs$/,
  ],
  [
    'a pattern of which the library alone has words',
    z.strictObject({ kind: z.string().regex(/^b$/) }),
    { kind: 'a' },
    /형식[^a-zA-Z]*\/docs/,
    /format.*\/docs\.$/,
  ],
  [
    'a value that is never taken',
    z.strictObject({ kind: z.never() }),
    { kind: 'a' },
    /받지 않는 값입니다/,
    /is not taken/,
  ],
  [
    'a type that people have no word for',
    z.strictObject({ kind: z.map(z.string(), z.string()) }),
    { kind: 'a' },
    /^값의 종류가 다릅니다[^a-zA-Z]*$/,
    /type map/,
  ],
  ['U+0000', z.strictObject({ kind: z.string() }), { kind: 'a\0' }, /U\+0000.*빼고/, /U\+0000.*without/],
])('%s is told in both languages', (_what, fitting, given, ko, en) => {
  const told = (): unknown => {
    try {
      return parse(fitting, given);
    } catch (error) {
      return (error as Refusal).problem.errors?.[0]?.detail;
    }
  };
  expect(told()).toEqual({ ko: expect.stringMatching(ko), en: expect.stringMatching(en) });
});
