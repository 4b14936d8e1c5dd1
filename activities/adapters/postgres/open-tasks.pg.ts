import type pg from 'pg';
import type { Task } from '../../../domain/worklist/task.ts';

/** New tasks and their first events, as a repository stores one. The relay finds out whom the events concern. */
const OPEN = `with opened as (
    select * from jsonb_to_recordset($1::jsonb) as n(id uuid, version int, state jsonb, case_id text, events jsonb)
  ), saved as (
    insert into task (id, version, state) select id, version, state from opened on conflict do nothing returning id
  ), recorded as (
    insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id)
    select 'task', o.id, e.number, e.event ->> 'type', (e.event ->> 'at')::timestamptz, e.event ->> 'by',
      e.event - 'type' - 'at' - 'by', o.case_id
    from opened o join saved using (id) cross join jsonb_array_elements(o.events) with ordinality as e(event, number)
    order by o.id, e.number
  )
  select count(*)::int as opened from saved`;

/** A page of one statement each. */
export const TASKS_AT_ONCE = 500;

/** Many at once, in the caller's transaction. Answers how many were not there yet. */
export async function openTasks(client: pg.PoolClient, tasks: readonly Task[]): Promise<number> {
  const { rows } = await client.query<{ opened: number }>(OPEN, [JSON.stringify(tasks.map(stored))]);
  return rows[0]?.opened ?? 0;
}

const stored = ({ id, version, state, news }: Task) => ({
  id,
  version,
  state,
  case_id: state.caseId ?? null,
  events: news,
});
