import { z } from 'zod';
import { refuse } from './api-problems.ts';
import type { FieldError } from './problem.ts';

/** Places that one answer names. */
const MOST_PLACES = 100;

/** @throws Refusal `request/invalid` that names every place */
export function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw refuse(
    'request/invalid',
    parsed.error.issues
      .slice(0, MOST_PLACES)
      .flatMap((issue) => places(issue, []).map((place) => withKnown(place, issue, schema)))
      .slice(0, MOST_PLACES),
  );
}

type Issue = z.core.$ZodIssue;

/** Whoever sends a field that is not known is told those that are. */
function withKnown(place: FieldError, { code, path }: Issue, schema: z.ZodType): FieldError {
  if (code !== 'unrecognized_keys' || path.length > 0 || !(schema instanceof z.ZodObject)) return place;
  return { ...place, detail: `unknown field; known: ${Object.keys(schema.shape).join(', ')}` };
}

function places(issue: Issue, above: readonly PropertyKey[]): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...path, key]),
      code: 'unknown-field',
      detail: 'unknown field',
    }));
  }
  if (issue.code === 'invalid_union') {
    // The alternative that fits best tells what is missing.
    const [closest] = [...issue.errors].sort((one, other) => one.length - other.length);
    if (closest !== undefined) return closest.flatMap((inner) => places(inner, path));
  }
  return [{ pointer: pointer(path), code: issue.code.replaceAll('_', '-'), detail: issue.message }];
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
