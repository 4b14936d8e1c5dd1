import type pg from 'pg';
import type { DueCall, Monitoring } from '../../ports/monitoring.ts';
import { isolationOf } from './isolation-of-row.ts';
import { noLongerAsked } from './no-longer-asked.ts';
import { openTasks, TASKS_AT_ONCE } from './open-tasks.pg.ts';
import { slotPage } from './slot-page.ts';

/** Worded as the index of these tasks is. */
const OPEN_CALL = `t.stage = 'open' and t.state ->> 'kind' in ('monitoring-call', 'monitoring-visit')`;

/**
 * Whether the escalation of the person's missed checks does what a round's task would: its open call takes the place of a
 * call, its open visit that of both. One team goes after a person, for one reason. A visit that is due stays beside a call.
 */
const escalated = (row: string, call: string): string => `(
    select e.id from ${isolationOf(row)} join task e on e.subject_id = i.id::text
    where e.stage = 'open' and (e.state ->> 'kind' = 'isolation-visit' or (e.state ->> 'kind' = 'isolation-call' and ${call}))
    limit 1) is not null`;

/** Person by person by the index, also while the store has not counted the new tasks yet. */
const DUE = `select f.person_id as "personId", f.subject_kind as "subjectKind", f.subject_id as "subjectId", f.case_id as "caseId",
    f.district, f.channel, f.asked_at + make_interval(secs => f.answer_within_hours * 3600) as "dueAt"
  from follow_up f
  where f.day = $1::date and f.slot = $2 and f.state = 'asked' and f.channel in ('telephone', 'visit')
    and f.person_id > $3::uuid and (
      select t.id from task t where ${OPEN_CALL} and coalesce(t.subject_id, t.case_id) = f.subject_id::text
        and t.state ->> 'kind' = case f.channel when 'visit' then 'monitoring-visit' else 'monitoring-call' end limit 1) is null
    and not ${escalated('f', `f.channel = 'telephone'`)}
  order by f.person_id limit $4`;

const NOT_NEEDED = `with recursive listed as materialized (
    select t.id as task_id, t.state ->> 'kind' as kind, (t.state ->> 'openedAt')::timestamptz as opened_at,
      case when t.subject_id is null then 'case' else 'contact' end as subject_kind,
      coalesce(t.subject_id, t.case_id)::uuid as subject_id, t.case_id::uuid as case_id,
      coalesce(k.exposed_person_id, c.person_id)::uuid as person_id,
      coalesce(k.state #>> '{health,at}', c.state #>> '{reports,-1,reportedAt}')::timestamptz as answered_at
    from task t left join contact k on k.id = t.subject_id::uuid
      left join disease_case c on t.subject_id is null and c.id = t.case_id::uuid
    where ${OPEN_CALL}
  ), ${noLongerAsked('listed')}
  select task_id as id from standing s
  where because is not null or answered_at >= opened_at or ${escalated('s', `s.kind = 'monitoring-call'`)} order by task_id limit $1`;

/** Open tasks to call or visit somebody who has answered since, is not asked any more, or is called or visited by another team. */
export async function callsNotNeeded(pool: pg.Pool, limit: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'calls-not-needed',
    text: NOT_NEEDED,
    values: [limit],
  });
  return rows.map(({ id }) => id);
}

type Due = Omit<DueCall, 'dueAt'> & Readonly<{ dueAt: Date }>;

export const pgCalls = (pool: pg.Pool): Pick<Monitoring, 'callBatch'> => ({
  callBatch: (batch, taskOf) =>
    slotPage<Due>(pool, batch, { sql: DUE, most: TASKS_AT_ONCE }, async (rows, client) => {
      const tasks = rows.map((row) => taskOf({ ...row, dueAt: row.dueAt.toISOString() }));
      return { toCall: await openTasks(client, tasks) };
    }),
});
