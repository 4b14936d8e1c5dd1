import type pg from 'pg';
import { statement } from './statement.ts';
import type { TaskFilter } from './task-filter.ts';
import { taskList, type TaskListItem } from './task-list.ts';
import { NOW } from './sql-words.ts';
import { taskPlaces } from './task-places.ts';

/** How many there are, and the first of them. `more`: there are more than were counted. */
export type Pile = Readonly<{ count: number; more: boolean; first: readonly TaskListItem[] }>;
type Own = Readonly<{ open: Pile; overdue: Pile; dueToday: Pile; unclaimed: Pile }>;
/** What is late in an office, whoever has it; of that what nobody has; and what was sent up. */
type Office = Readonly<{ overdue: Pile; overdueUnclaimed: Pile; escalated: Pile }>;
export type MyDay = Readonly<{ today: string; own: Own; office: Office | null }>;
type Whose = Readonly<{
  staffId: string;
  teams: readonly string[];
  /** Kinds that they may decide nowhere: they can take none of them. */
  barred: readonly string[];
  reach: readonly string[];
  /** Where they give work to others: nowhere for most. */
  leads: readonly string[];
  first: number;
}>;

const COUNTED = 1_000;

const TODAY = `select to_char(now_there, 'YYYY-MM-DD') as today,
    to_char((date_trunc('day', now_there) + interval '1 day') at time zone 'Asia/Seoul' at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt"
  from (select (${NOW})::timestamptz at time zone 'Asia/Seoul' as now_there) there`;

/**
 * What is somebody's to do today: what they have taken, by its time limit, and what nobody in their teams has taken yet; for
 * who leads an office, what needs them there.
 */
export function myDay(pool: pg.Pool) {
  const list = taskList(pool);
  const counted = async (filter: TaskFilter, reach: readonly string[]): Promise<number> => {
    const asked = statement();
    const places = taskPlaces(asked, { ...filter, limit: COUNTED + 1 }, reach);
    if (places === undefined) return 0;
    const { rows } = await pool.query<{ count: number }>({
      text: `select count(*)::int as count from (${places}) p`,
      values: asked.values,
    });
    return rows[0]?.count ?? 0;
  };
  return async ({ staffId, teams, barred, reach, leads, first }: Whose): Promise<MyDay> => {
    const { rows } = await pool.query<{ today: string; endsAt: string }>(TODAY);
    const { today = '', endsAt = '' } = rows[0] ?? {};
    const pile = async (filter: TaskFilter, where = reach): Promise<Pile> => {
      const [count, some] = await Promise.all([
        counted(filter, where),
        list({ ...filter, limit: first }, where),
      ]);
      return { count: Math.min(count, COUNTED), more: count > COUNTED, first: some };
    };
    const mine = { owner: [staffId] };
    const theirs = async (): Promise<Office | null> => {
      if (leads.length === 0) return null;
      const [overdue, overdueUnclaimed, escalated] = await Promise.all([
        pile({ team: teams, overdue: true }, leads),
        pile({ team: teams, overdue: true, owner: ['none'] }, leads),
        pile({ team: teams, escalated: true }, leads),
      ]);
      return { overdue, overdueUnclaimed, escalated };
    };
    const [open, overdue, dueToday, unclaimed, office] = await Promise.all([
      pile(mine),
      pile({ ...mine, overdue: true }),
      pile({ ...mine, overdue: false, dueBefore: endsAt }),
      pile({ owner: ['none'], team: teams, exceptKind: barred }),
      theirs(),
    ]);
    return { today, own: { open, overdue, dueToday, unclaimed }, office };
  };
}
