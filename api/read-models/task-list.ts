import type pg from 'pg';
import { beginningWith } from './reach.ts';

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
  openedAt: string;
  dueAt: string;
  /** The first time limit that passed: what was sent up has a new one. */
  overdueSince: string | null;
}>;

/** The place of a task on the list; the next page begins after it. */
export type TaskCursor = Readonly<{ priority: number; level: number; dueAt: string; taskId: string }>;
/** Before every task: a page is always read from a place on, which an index finds. */
const START: TaskCursor = {
  priority: 0,
  level: 0,
  dueAt: '',
  taskId: '00000000-0000-0000-0000-000000000000',
};
export type TaskFilter = Readonly<{
  caseId?: string | undefined;
  subject?: string | undefined;
  team?: string | undefined;
  district?: string | undefined;
  kind?: string | undefined;
  /** A member of staff; `none` for what nobody has taken. */
  owner?: string | undefined;
  /** Sent up at least once, or never. */
  escalated?: boolean | undefined;
  limit: number;
  cursor?: TaskCursor | undefined;
}>;

const PRIORITY = `coalesce((state ->> 'priority')::int, 2)`;
const LEVEL = `coalesce((state ->> 'level')::int, 0)`;
const DUE = `state ->> 'dueAt'`;
/** The order of the list, as its index has it: the highest level first. */
const PLACE = `${PRIORITY}, (-${LEVEL}), (${DUE}), id`;

export const TASK_PAGE = `select id as "taskId", version, state ->> 'kind' as kind, state ->> 'team' as team,
    state ->> 'district' as district, case_id as "caseId", ${PRIORITY} as priority, ${LEVEL} as level,
    state -> 'subject' as subject, state ->> 'reason' as reason, state ->> 'owner' as owner,
    state ->> 'handedBackBecause' as "handedBackBecause",
    state ->> 'openedAt' as "openedAt", ${DUE} as "dueAt",
    coalesce(state ->> 'overdueSince', case when (${DUE})::timestamptz <=
      (select clock_timestamp() + ahead from simulation_clock) then ${DUE} end) as "overdueSince"
  from task
  where stage = 'open'
    and ($1::text is null or case_id = $1) and ($2::text is null or subject_id = $2)
    and ($3::text is null or state ->> 'team' = $3) and ($4::text is null or state ->> 'district' = $4)
    and ($5::text is null or state ->> 'kind' = $5)
    and ($6::text is null or coalesce(state ->> 'owner', 'none') = $6)
    and ($7::boolean is null or (${LEVEL} > 0) = $7)
    and (${PLACE}) > ($8::int, $9::int, $10::text, $11::uuid)
    and state ->> 'district' like any ($13)
  order by ${PLACE} limit $12`;

/** Open tasks in reach (beginnings of districts): the most urgent first, of these what was sent up most often, then what is due first; a page at a time. */
export function taskList(pool: pg.Pool) {
  return async (filter: TaskFilter, reach: readonly string[]): Promise<readonly TaskListItem[]> => {
    const { caseId, subject, team, district, kind, owner, escalated, cursor = START, limit } = filter;
    // Without a name: planned for the filters that are given, or the order of the index would be lost to those that are not.
    const { rows } = await pool.query<TaskListItem>({
      text: TASK_PAGE,
      values: [
        ...[caseId, subject, team, district, kind, owner, escalated].map((one) => one ?? null),
        ...[cursor.priority, -cursor.level, cursor.dueAt, cursor.taskId],
        limit,
        beginningWith(reach),
      ],
    });
    return rows;
  };
}
