import type pg from 'pg';
import type { Counted } from '../../figures/percentiles.ts';
import { all, type Of } from '../statement.ts';
import {
  counted,
  IS_CONFIRMED,
  IS_FOLLOWED,
  reportedCases,
  rowsOf,
  type Counting,
  type Scope,
} from './scope.ts';

/** How long it took, and of how many it cannot be said, by what is missing. */
export type DurationCounts<Missing extends string> = Counting &
  Readonly<{
    values: readonly Counted[];
    missing: readonly Readonly<{ missing: Missing; count: number }>[];
  }>;

/** `missing` comes first: what has none has a duration. */
const durations = (scope: Scope, of: Of, duration: string, missing: string) => ({
  before: `found as materialized (
      select ${missing} as missing, ${duration} as value, count(*)::int as count from disease_case c
      left join isolation i on i.case_id = c.id::text and i.kind = 'isolation'
      where ${all(reportedCases(scope, of), IS_CONFIRMED, IS_FOLLOWED)} group by 1, 2)`,
  columns: `${rowsOf(`select value, count from found where missing is null`)} as values,
    ${rowsOf(`select missing, sum(count)::int as count from found where missing is not null group by 1`)} as missing`,
});

/** In days. */
export const onsetToIsolation = (pool: pg.Pool) => (scope: Scope) =>
  counted<Omit<DurationCounts<'onset' | 'isolation'>, keyof Counting>>(pool, (of) =>
    durations(
      scope,
      of,
      'i.begun_day - c.onset_day',
      `case when c.onset_day is null then 'onset' when i.begun_day is null then 'isolation' end`,
    ),
  );

/** In tenths of an hour. */
export const confirmationToNotice = (pool: pg.Pool) => (scope: Scope) =>
  counted<Omit<DurationCounts<'confirmation' | 'isolation' | 'notice'>, keyof Counting>>(pool, (of) =>
    durations(
      scope,
      of,
      `round(date_part('epoch', i.notified_moment - c.confirmed_moment) / 360)::int`,
      `case when c.confirmed_moment is null then 'confirmation' when i.case_id is null then 'isolation'
        when i.notified_moment is null then 'notice' end`,
    ),
  );
