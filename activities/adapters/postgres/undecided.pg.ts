import type pg from 'pg';
import type { Monitoring, UndecidedContact } from '../../ports/monitoring.ts';
import { BEFORE_ALL, inBatch } from './bulk-batch.ts';
import { openTasks, TASKS_AT_ONCE } from './open-tasks.pg.ts';

/** The day in Seoul on which a contact `k` was named. */
export const NAMED_ON = `((k.state ->> 'namedAt')::timestamptz at time zone 'Asia/Seoul')::date::text`;
/** The measure that a contact `k` is under. Who was followed up before there were plans was in quarantine. */
export const MEASURE = `coalesce(k.state #>> '{plan,kind}', 'quarantine')`;

/** Whoever was asked about once is not asked about again. */
const UNDECIDED = `with groups as (
    select * from jsonb_to_recordset($1::jsonb) as g("namedOn" text, measure text, missing jsonb)
  ), page as materialized (
    select k.id, k.source_case_id, k.state from contact k
    where k.stage = 'follow-up' and k.id > $3::uuid order by k.id limit $4
  ), undecided as (
    select k.id as "contactId", k.source_case_id as "caseId", k.state ->> 'district' as district, g.missing
    from page k join disease_case c on c.id = k.source_case_id::uuid and c.disease = $2 and not c.state ? 'identityInDoubt'
    join groups g on g."namedOn" = ${NAMED_ON} and g.measure = ${MEASURE}
    where (select t.id from task t where t.subject_id = k.id::text and t.state ->> 'kind' = 'watch-undecided' limit 1) is null
  )
  select (select max(id::text) from page) as last, (select count(*)::int from page) as looked,
    coalesce((select jsonb_agg(to_jsonb(u)) from undecided u), '[]') as contacts`;

type Row = Readonly<{ last: string | null; looked: number; contacts: readonly UndecidedContact[] }>;

/** Contacts of whom a protocol cannot say, for want of facts, how they are watched. */
export const pgUndecided = (pool: pg.Pool): Pick<Monitoring, 'undecidedBatch'> => ({
  undecidedBatch: ({ disease, groups, ...step }, taskOf) =>
    inBatch(pool, step, async (client, cursor) => {
      const { rows } = await client.query<Row>(UNDECIDED, [
        JSON.stringify(groups),
        disease,
        cursor || BEFORE_ALL,
        TASKS_AT_ONCE,
      ]);
      const { last, looked, contacts } = rows[0] ?? { last: null, looked: 0, contacts: [] };
      const undecided = await openTasks(client, contacts.map(taskOf));
      return { cursor: last ?? cursor, done: looked < TASKS_AT_ONCE, counts: { undecided } };
    }),
});
