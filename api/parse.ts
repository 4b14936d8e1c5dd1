import { z } from 'zod';
import { refuse } from './api-problems.ts';
import { wordsOf } from './issue-words.ts';
import type { FieldError, Words } from './problem.ts';

/** Places that one answer names. */
const MOST_PLACES = 100;

/** @throws Refusal `request/invalid` that names every place */
export function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const unreadable = unreadablePlaces(given, []).slice(0, MOST_PLACES);
  if (unreadable.length > 0) throw refuse('request/invalid', unreadable);
  const parsed = schema.safeParse(given, { reportInput: true }); // to tell what is missing from what is wrong
  if (parsed.success) return parsed.data;
  throw refuse(
    'request/invalid',
    parsed.error.issues
      .slice(0, MOST_PLACES)
      .flatMap((issue) => places(issue, []).map((place) => withKnown(place, issue, schema)))
      .slice(0, MOST_PLACES),
  );
}

/**
 * PostgreSQL keeps no U+0000 in a text, and what is nested too deep would end whoever walks through it. A list that is sent
 * whole is judged row by row, not here.
 */
function unreadablePlaces(given: unknown, path: readonly PropertyKey[]): FieldError[] {
  if (typeof given === 'string')
    return path.length > 0 && given.includes('\0')
      ? [{ pointer: pointer(path), code: 'invalid-format', detail: NO_NUL }]
      : [];
  if (typeof given !== 'object' || given === null || Buffer.isBuffer(given)) return [];
  if (path.length === DEEPEST) return [{ pointer: pointer(path), code: 'too-deep', detail: TOO_DEEP }];
  return Object.entries(given).flatMap(([key, inner]) => unreadablePlaces(inner, [...path, key]));
}

/** Protocols, which are nested deepest, are far from it. */
const DEEPEST = 100;
const TOO_DEEP: Words = {
  ko: `너무 깊이 겹쳐 있습니다. ${DEEPEST}겹보다 얕게 보내세요.`,
  en: `It is nested too deep. Send it with fewer than ${DEEPEST} levels.`,
};
const NO_NUL: Words = {
  ko: '저장할 수 없는 문자(U+0000)가 있습니다. 그 문자를 빼고 보내세요.',
  en: 'There is a character that cannot be kept (U+0000). Send it without.',
};

type Issue = z.core.$ZodIssue;

/** Whoever sends a field that is not known is told those that are. */
function withKnown(place: FieldError, { code, path }: Issue, schema: z.ZodType): FieldError {
  if (code !== 'unrecognized_keys' || path.length > 0 || !(schema instanceof z.ZodObject)) return place;
  const known = Object.keys(schema.shape).join(', ');
  return {
    ...place,
    detail: {
      ko: `알 수 없는 항목입니다. 쓸 수 있는 항목: ${known}`,
      en: `This is an unknown field. Those that are known: ${known}`,
    },
  };
}

function places(issue: Issue, above: readonly PropertyKey[]): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...path, key]),
      code: 'unknown-field',
      detail: wordsOf(issue),
    }));
  }
  if (issue.code === 'invalid_union') {
    // The alternative that fits best tells what is missing: the one that knows every field that was sent.
    const [closest] = [...issue.errors].sort(
      (one, other) => strangers(one) - strangers(other) || one.length - other.length,
    );
    if (closest !== undefined) return closest.flatMap((inner) => places(inner, path));
  }
  return [{ pointer: pointer(path), code: issue.code.replaceAll('_', '-'), detail: wordsOf(issue) }];
}

const strangers = (issues: readonly Issue[]): number =>
  issues.filter(({ code, path }) => code === 'unrecognized_keys' && path.length === 0).length;

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
