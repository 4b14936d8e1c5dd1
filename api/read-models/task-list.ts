import type pg from 'pg';
import { statement } from './statement.ts';
import type { TaskPage } from './task-filter.ts';
import { NOW } from './sql-words.ts';
import { taskPlaces } from './task-places.ts';

export type TaskListItem = Readonly<{
  taskId: string;
  version: number;
  kind: string;
  team: string;
  district: string;
  priority: number;
  /** How often it was sent up. */
  level: number;
  caseId: string | null;
  subject: Readonly<{ kind: string; id: string }> | null;
  reason: string | null;
  owner: string | null;
  /** Why its former owner could not keep it. */
  handedBackBecause: string | null;
  /** Why it was sent up last. */
  escalatedBecause: string | null;
  openedAt: string;
  dueAt: string;
  /** The first time limit that passed: what was sent up has a new one. */
  overdueSince: string | null;
}>;

const shown = (places: string): string => `select t.id as "taskId", t.version, t.kind, t.team, t.district,
    t.case_id as "caseId", t.priority, -t.rise as level, t.state -> 'subject' as subject, t.state ->> 'reason' as reason,
    t.state ->> 'handedBackBecause' as "handedBackBecause", t.state ->> 'escalatedBecause' as "escalatedBecause", t.owner, t.opened as "openedAt", t.due as "dueAt",
    coalesce(t.state ->> 'overdueSince', case when t.due <= ${NOW} then t.due end) as "overdueSince"
  from (${places}) p cross join lateral (select * from task where task.id = p.id offset 0) t
  order by p.priority, p.rise, p.due, p.id`;

/** Open tasks in reach (beginnings of districts): the most urgent first, of these what was sent up most often, then what is due first; a page at a time. */
export function taskList(pool: pg.Pool) {
  return async (filter: TaskPage, reach: readonly string[]): Promise<readonly TaskListItem[]> => {
    const asked = statement();
    const places = taskPlaces(asked, filter, reach);
    if (places === undefined) return [];
    const { rows } = await pool.query<TaskListItem>({ text: shown(places), values: asked.values });
    return rows;
  };
}
