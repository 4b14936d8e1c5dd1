import type pg from 'pg';
import { pgBulk } from './postgres/bulk.pg.ts';
import { personSeals } from './postgres/sealed-person.ts';
import { activityHeart } from './temporal/heart.ts';

type Configured = Readonly<{
  PERSONAL_KEYS: Parameters<typeof personSeals>[0]['masterKeys'];
  PERSONAL_INDEX_KEY: string;
  PARTNER_SETTLES_WITHIN_MILLISECONDS: number;
}>;

/** What bulk work needs beside what everybody uses. */
export const bulkAdapters = (configured: Configured, pool: pg.Pool) => {
  const { PERSONAL_KEYS: masterKeys, PERSONAL_INDEX_KEY: indexKey } = configured;
  return {
    ...pgBulk(pool, personSeals({ masterKeys, indexKey }), configured.PARTNER_SETTLES_WITHIN_MILLISECONDS),
    heart: activityHeart,
  };
};
