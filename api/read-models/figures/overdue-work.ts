import type pg from 'pg';
import { inDistricts } from '../reach.ts';
import { all } from '../statement.ts';
import { counted, rowsOf, type Scope } from './scope.ts';
import { asText } from '../sql-words.ts';

export type WorkOfKind = Readonly<{
  team: string;
  kind: string;
  open: number;
  overdue: number;
  /** By how long it is overdue. */
  underOneDay: number;
  underThreeDays: number;
  threeDaysAndMore: number;
  oldestDueAt: string | null;
}>;
type Asked = Pick<Scope, 'within'> & Readonly<{ team?: readonly string[] | undefined }>;

/** A task's moments are text. */
const ago = (days: number): string =>
  `(select ${asText(`("asOf"::timestamptz - interval '${days} days')`)} from clock)`;

/** Open tasks by team and kind, wherever they lie within reach. */
export const overdueWork = (pool: pg.Pool) => (asked: Asked) =>
  counted<Readonly<{ queues: readonly WorkOfKind[] }>>(pool, (of) => ({
    columns: `${rowsOf(`select t.team, t.kind, count(*)::int as open, count(*) filter (where t.due <= ${ago(0)})::int as overdue,
        count(*) filter (where t.due <= ${ago(0)} and t.due > ${ago(1)})::int as "underOneDay",
        count(*) filter (where t.due <= ${ago(1)} and t.due > ${ago(3)})::int as "underThreeDays",
        count(*) filter (where t.due <= ${ago(3)})::int as "threeDaysAndMore",
        min(t.due) filter (where t.due <= ${ago(0)}) as "oldestDueAt"
      from task t where t.stage = 'open' and ${all(
        inDistricts('t.district', asked.within, of),
        asked.team === undefined ? undefined : `t.team = any (${of(asked.team)}::text[])`,
      )} group by 1, 2 order by 1, 2`)} as queues`,
  }));
