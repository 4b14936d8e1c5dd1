import type pg from 'pg';
import { statement } from './statement.ts';
import type { TaskFilter } from './task-filter.ts';
import { taskList, type TaskListItem } from './task-list.ts';
import { NOW, taskPlaces } from './task-places.ts';

/** How many there are, and the first of them. `more`: there are more than were counted. */
export type Pile = Readonly<{ count: number; more: boolean; first: readonly TaskListItem[] }>;
export type MyDay = Readonly<{ today: string; open: Pile; overdue: Pile; dueToday: Pile; unclaimed: Pile }>;
type Whose = Readonly<{ staffId: string; teams: readonly string[]; reach: readonly string[]; first: number }>;

const COUNTED = 1_000;

const TODAY = `select to_char(now_there, 'YYYY-MM-DD') as today,
    to_char((date_trunc('day', now_there) + interval '1 day') at time zone 'Asia/Seoul' at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endsAt"
  from (select (${NOW})::timestamptz at time zone 'Asia/Seoul' as now_there) there`;

/** What is somebody's to do today: what they have taken, by its time limit, and what nobody in their teams has taken yet. */
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
  return async ({ staffId, teams, reach, first }: Whose): Promise<MyDay> => {
    const { rows } = await pool.query<{ today: string; endsAt: string }>(TODAY);
    const { today = '', endsAt = '' } = rows[0] ?? {};
    const pile = async (filter: TaskFilter): Promise<Pile> => {
      const [count, some] = await Promise.all([
        counted(filter, reach),
        list({ ...filter, limit: first }, reach),
      ]);
      return { count: Math.min(count, COUNTED), more: count > COUNTED, first: some };
    };
    const mine = { owner: [staffId] };
    const [open, overdue, dueToday, unclaimed] = await Promise.all([
      pile(mine),
      pile({ ...mine, overdue: true }),
      pile({ ...mine, overdue: false, dueBefore: endsAt }),
      pile({ owner: ['none'], team: teams }),
    ]);
    return { today, open, overdue, dueToday, unclaimed };
  };
}
