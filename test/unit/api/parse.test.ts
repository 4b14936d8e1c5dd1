import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { parse } from '../../../api/parse.ts';
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
