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

/** Open tasks, oldest first, a page at a time after the cursor (a task id). */
export function taskList(pool: pg.Pool) {
  return async (
    filter: Readonly<{ caseId?: string | undefined; limit: number; cursor?: string | undefined }>,
  ) => {
    const { rows } = await pool.query<TaskListItem>({
      name: 'task-list',
      text: `select id as "taskId", version, state ->> 'kind' as kind, state ->> 'team' as team,
          state ->> 'district' as district, case_id as "caseId",
          coalesce((state ->> 'priority')::int, 2) as priority, state -> 'subject' as subject,
          state ->> 'reason' as reason, state ->> 'owner' as owner, state ->> 'openedAt' as "openedAt",
          state ->> 'dueAt' as "dueAt"
        from task
        where stage = 'open' and ($1::text is null or case_id = $1) and ($2::uuid is null or id > $2)
        order by id limit $3`,
      values: [filter.caseId ?? null, filter.cursor ?? null, filter.limit],
    });
    return rows;
  };
}
