import { z } from 'zod';
import { OFFICES } from '../access/offices.ts';

/** A day, `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => text >= '1900', 'a day from 1900 on');
/** RFC 3339 with an offset. */
export const moment = z.iso.datetime({ offset: true });
export const district = z.string().regex(/^\d{5}$/, 'five-digit administrative code');
/** A code in lower case, such as that of an item. */
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'a code of letters, digits and hyphens');
/** The account of a member of staff. */
export const staff = z.string().min(1).max(64);
export const won = z.number().int().min(1).max(100_000_000);
export const nothing = z.strictObject({});

/** In which office somebody approves. */
export const approverRole = z.enum(OFFICES);

/** A query parameter that may stand there several times. */
export const severalOrOne = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).max(300).optional(),
  );
export const trueOrFalse = z.stringbool({ truthy: ['true'], falsy: ['false'] });
