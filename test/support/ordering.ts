import type pg from 'pg';
import { pgBulk } from '../../activities/adapters/postgres/bulk.pg.ts';
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

/** The long steps of a world whose partners are its own. */
export const bulkStepsOn = (uses: Uses, pool: pg.Pool) =>
  bulkSteps({ ...uses, ...pgBulk(pool, seals), heart: activityHeart }, ORDERING);
