import type pg from 'pg';
import { pgSavedFilters } from './saved-filters.pg.ts';
import { pgWatchCalendar } from './watch-calendar.pg.ts';

/** What staff's lists need beside the tasks. */
export const pgWorklist = (pool: pg.Pool) => ({
  savedFilters: pgSavedFilters(pool),
  watchCalendar: pgWatchCalendar(pool),
});
