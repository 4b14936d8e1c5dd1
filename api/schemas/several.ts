import { z } from 'zod';
import { namesOf } from './names-of.ts';

/** A query parameter that may stand in an address several times, each value one more. */
export const several = <Value extends z.ZodType>(value: Value, most = 300) => {
  const { $schema: _dialect, ...items } = z.toJSONSchema(value, { io: 'input' });
  return z
    .preprocess(
      (given) => (given === undefined || Array.isArray(given) ? given : [given]),
      z.array(value).min(1).max(most).optional(),
    )
    .meta({ type: 'array', items });
};

/** Of the values that a type of the domain has: all of them, or it does not compile. */
export const everyOf = <Value extends string>(values: Readonly<Record<Value, true>>) =>
  several(z.enum(namesOf(values)));
