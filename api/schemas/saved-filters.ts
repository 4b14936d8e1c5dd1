import { z } from 'zod';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { team } from './worklist.ts';
import { said } from './said.ts';

const path = z.enum(['/tasks', '/cases', '/contacts']);
const value = z.string().max(200);
/** As in the address: a parameter that stands there several times is a list. */
const query = z
  .record(z.string().max(64), z.union([value, z.array(value).min(1).max(300)]))
  .refine((given) => Object.keys(given).length <= 30, said('조건 30개까지', 'at most 30 parameters'));

/** A list, and what it is narrowed by. */
export const listFilter = { path, query };

/** POST /saved-filters */
export const savedFilterBody = z.strictObject({
  name: z.string().trim().min(1).max(60),
  ...listFilter,
  sharedWith: team.optional(),
});
export type SavedFilterBody = z.output<typeof savedFilterBody>;
export const savedFilterListQuery = z.strictObject(pageQuery);

export const savedFilterShown = z
  .object({
    savedFilterId: z.uuid(),
    version: z.int().min(1),
    name: z.string(),
    path,
    query,
    team: team.nullable(),
    owner: z.string(),
    savedAt: shownMoment,
  })
  .meta({ id: 'SavedFilter' });
