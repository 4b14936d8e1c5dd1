import { expect, test } from '@jest/globals';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { toldOf } from '../../../api/schemas/said.ts';

type Def = Readonly<Record<string, unknown>>;
type Part = Readonly<{ _zod: Readonly<{ def: Def }> }>;
const isPart = (one: unknown): one is Part => typeof one === 'object' && one !== null && '_zod' in one;

/** A schema and all that it is made of: its fields, its alternatives, its checks. */
function* partsOf(one: unknown, seen: Set<unknown>): Generator<Part> {
  if (typeof one !== 'object' || one === null || seen.has(one)) return;
  seen.add(one);
  if (isPart(one)) yield one;
  for (const [name, inner] of Object.entries(isPart(one) ? one._zod.def : one))
    if (name !== 'catchall') yield* partsOf(inner, seen); // unknown fields are told of by themselves
}

/** What api/issue-words.ts says of these formats is enough. */
const KNOWN_FORMATS = new Set(['uuid', 'guid', 'date', 'datetime']);
/** A rule that only the schema can put into words. One without `fn` tells of its places by itself. */
const needsWords = ({ check, format, type, fn }: Def): boolean =>
  type === 'never' ||
  (check === 'custom' && fn !== undefined) ||
  (check === 'string_format' && !KNOWN_FORMATS.has(String(format)));
const messageOf = ({ error }: Def): unknown =>
  typeof error === 'function' ? (error as (issue: object) => unknown)({}) : undefined;

const rules = ENDPOINTS.filter(({ consumes }) => consumes !== 'signed bytes').flatMap(
  ({ method, path, params, query, body }) =>
    [...partsOf([params, query, body], new Set())]
      .filter(({ _zod: { def } }) => needsWords(def))
      .map(({ _zod: { def } }) => [`${method} ${path}`, messageOf(def)] as const),
);

test('every rule of a schema says in Korean and in English what belongs there', () => {
  expect(rules.length).toBeGreaterThan(100);
  const silent = rules.filter(([, message]) => {
    const { ko = '', en = '' } = (typeof message === 'string' ? toldOf(message) : undefined) ?? {};
    return !/[가-힣]/.test(ko) || !/[a-z]/.test(en) || /[가-힣]/.test(en.replaceAll(/[ㄱ-ㅎ]/g, ''));
  });
  expect(silent).toEqual([]);
});
