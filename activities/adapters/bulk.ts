import type pg from 'pg';
import { pgBulk } from './postgres/bulk.pg.ts';
import { personSeals } from './postgres/sealed-person.ts';
import { activityHeart } from './temporal/heart.ts';

type Keys = Readonly<{
  PERSONAL_KEYS: Parameters<typeof personSeals>[0]['masterKeys'];
  PERSONAL_INDEX_KEY: string;
}>;

/** What bulk work needs beside what everybody uses. */
export const bulkAdapters = ({ PERSONAL_KEYS, PERSONAL_INDEX_KEY }: Keys, pool: pg.Pool) => ({
  ...pgBulk(pool, personSeals({ masterKeys: PERSONAL_KEYS, indexKey: PERSONAL_INDEX_KEY })),
  heart: activityHeart,
});
