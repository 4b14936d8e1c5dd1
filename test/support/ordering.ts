import type pg from 'pg';
import { pgBulk } from '../../activities/adapters/postgres/bulk.pg.ts';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { pgBulkCommands } from '../../activities/adapters/postgres/bulk-commands.pg.ts';
import { pgImportRows } from '../../activities/adapters/postgres/import-rows.pg.ts';
import { activityHeart } from '../../activities/adapters/temporal/heart.ts';
import { bulkSteps, type Uses } from '../../activities/index.ts';
import { ORDERING } from '../../api/bulk-commands/ordering.ts';
import { inboxSeal, seals } from './personal-keys.ts';

/** What bulk work has kept of what was asked; in batches of so many rows. */
export const bulkStores = (pool: pg.Pool, batch?: number) => ({
  bulkCommands: pgBulkCommands(pool, inboxSeal, batch),
  importRows: pgImportRows(pool, { texts: inboxSeal, index: seals.phoneIndex }, batch),
});

/** Commands for many, with access records in that database. */
export const orderingOn = (pool: pg.Pool) => ({
  ...ORDERING,
  accessRecords: pgAccessRecords(pool, { anchored: () => undefined, failed: console.error }),
});

/** The long steps of a world whose partners are its own. */
export const bulkStepsOn = (uses: Uses, pool: pg.Pool) =>
  bulkSteps({ ...uses, ...pgBulk(pool, seals), heart: activityHeart }, orderingOn(pool));
