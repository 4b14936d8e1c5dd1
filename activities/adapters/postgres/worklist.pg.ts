import type pg from 'pg';
import { pgImportMaps } from './import-maps.pg.ts';
import { pgSavedFilters } from './saved-filters.pg.ts';
import { pgWatchCalendar } from './watch-calendar.pg.ts';

/** What staff keep for their lists, and what these need beside the tasks. */
export const pgWorklist = (pool: pg.Pool) => ({
  importMaps: pgImportMaps(pool),
  savedFilters: pgSavedFilters(pool),
  watchCalendar: pgWatchCalendar(pool),
});
