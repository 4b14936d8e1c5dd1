import { z } from 'zod';
import { isMachine } from '../access/machine-actors.ts';
import { OFFICES } from '../access/offices.ts';

/** A day, `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => text >= '1900', 'a day from 1900 on');
/** Farther from Greenwich than this is nobody's time. */
const OFFSET = /(?:Z|[+-](?:0\d|1[0-4]):\d\d)$/;
/** RFC 3339 with an offset, from 1900 to 2999. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1900' && text < '3000' && OFFSET.test(text), 'a moment from 1900 to 2999');
export const district = z.string().regex(/^\d{5}$/, 'five-digit administrative code');
/** A code in lower case, such as that of an item. */
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'a code of letters, digits and hyphens');
/** The account of a member of staff. */
export const staff = z.string().min(1).max(64);
/** The same as the identity provider names it; none of those under which the machines write. */
export const account = staff
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@|+-]*$/)
  .refine((name) => !isMachine(name), 'the account of a person');
export const won = z.number().int().min(1).max(100_000_000);
export const nothing = z.strictObject({});

/** In which office somebody approves. */
export const approverRole = z.enum(OFFICES);

export const trueOrFalse = z.stringbool({ truthy: ['true'], falsy: ['false'] });
