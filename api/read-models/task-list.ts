import type pg from 'pg';

export type TaskListItem = Readonly<{
  taskId: string;
  version: number;
  kind: string;
  team: string;
  district: string;
  priority: number;
  caseId: string | null;
  subject: Readonly<{ kind: string; id: string }> | null;
  reason: string | null;
  owner: string | null;
  openedAt: string;
  dueAt: string;
}>;

/** The place of a task on the list; the next page begins after it. */
export type TaskCursor = Readonly<{ priority: number; dueAt: string; taskId: string }>;
export type TaskFilter = Readonly<{
  caseId?: string | undefined;
  subject?: string | undefined;
  team?: string | undefined;
  district?: string | undefined;
  kind?: string | undefined;
  /** A member of staff; `none` for what nobody has taken. */
  owner?: string | undefined;
  limit: number;
  cursor?: TaskCursor | undefined;
}>;

const PRIORITY = `coalesce((state ->> 'priority')::int, 2)`;
const DUE = `state ->> 'dueAt'`;

/** Open tasks, the most urgent first, then what is due first; a page at a time. */
export function taskList(pool: pg.Pool) {
  return async (filter: TaskFilter): Promise<readonly TaskListItem[]> => {
    const { caseId, subject, team, district, kind, owner, cursor, limit } = filter;
    const { rows } = await pool.query<TaskListItem>({
      name: 'task-list',
      text: `select id as "taskId", version, state ->> 'kind' as kind, state ->> 'team' as team,
          state ->> 'district' as district, case_id as "caseId", ${PRIORITY} as priority,
          state -> 'subject' as subject, state ->> 'reason' as reason, state ->> 'owner' as owner,
          state ->> 'openedAt' as "openedAt", ${DUE} as "dueAt"
        from task
        where stage = 'open'
          and ($1::text is null or case_id = $1) and ($2::text is null or subject_id = $2)
          and ($3::text is null or state ->> 'team' = $3) and ($4::text is null or state ->> 'district' = $4)
          and ($5::text is null or state ->> 'kind' = $5)
          and ($6::text is null or coalesce(state ->> 'owner', 'none') = $6)
          and ($7::int is null or (${PRIORITY}, ${DUE}, id) > ($7, $8::text, $9::uuid))
        order by ${PRIORITY}, ${DUE}, id limit $10`,
      values: [
        ...[caseId, subject, team, district, kind, owner].map((one) => one ?? null),
        ...[cursor?.priority, cursor?.dueAt, cursor?.taskId].map((one) => one ?? null),
        limit,
      ],
    });
    return rows;
  };
}
