import { z } from 'zod';
import { pageQuery } from '../contract/shapes.ts';
import { day, district } from './basics.ts';
import { inOrder } from './filters.ts';
import { PAGE_CURSOR } from './said.ts';

export const degreesQuery = z.strictObject({ degrees: z.coerce.number().int().min(1).max(3).default(1) });

/** `11110:REST-1`: the district and the place after which the next page begins. */
const placeCursor = z
  .string()
  .regex(/^\d{5}:[A-Za-z0-9-]{1,64}$/, PAGE_CURSOR)
  .transform((text) => ({ district: text.slice(0, 5), placeId: text.slice(6) }));

export const clustersQuery = inOrder(
  z.strictObject({
    cases: z.coerce.number().int().min(2).max(1_000).default(3),
    days: z.coerce.number().int().min(1).max(31).default(7),
    from: day.optional(),
    until: day.optional(),
    district: district.optional(),
    limit: pageQuery.limit,
    cursor: placeCursor.optional(),
  }),
);
