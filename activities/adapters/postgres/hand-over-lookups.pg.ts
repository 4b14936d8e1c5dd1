import type pg from 'pg';
import type { Belonging, HandOverLookups } from '../../ports/hand-over-lookups.ts';

const BELONGINGS = `select 'isolation' as kind, id, state ->> 'district' as district from isolation
    where case_id = $1 and kind = 'isolation'
  union all select 'supplies', s.id, s.state ->> 'district' from isolation i
    join supplies s on s.isolation_id = i.id::text where i.case_id = $1 and i.kind = 'isolation'
  union all select 'route', id, state ->> 'district' from route where case_id = $1
  union all select 'information-request', id, state ->> 'district' from information_request where case_id = $1`;

/**
 * Tests, surveys and claims have no district: they are where the case or its isolation is, and so are tasks about them. What a
 * message tells about a contact, or about a contact's test, stays where they live.
 */
const TASKS = `with belongings as (${BELONGINGS}), moving as (
    select id::text from belongings
    union all select id::text from test where case_id = $1
    union all select id::text from survey where case_id = $1
    union all select l.id::text from isolation i join living_support l on l.isolation_id = i.id::text
      where i.case_id = $1 and i.kind = 'isolation')
  select t.id from task t where t.stage = 'open' and t.state ->> 'district' <> $2 and (
    t.subject_id in (select id from moving)
    or t.case_id = $1 and coalesce(t.state #>> '{subject,kind}', 'person') in ('person', 'message', 'task')
      and not (t.state #>> '{subject,kind}' = 'message' and t.state ->> 'reason' is not null and (
        t.state ->> 'reason' like '% about contact %'
        or substring(t.state ->> 'reason' from ' about test (.+)$') in (
          select id::text from test where contact_id is not null))))
  order by t.id`;

export function pgHandOverLookups(pool: pg.Pool): HandOverLookups {
  const firstId = async (text: string, values: readonly string[]): Promise<string | undefined> =>
    (await pool.query<{ id: string }>(text, [...values])).rows[0]?.id;
  return {
    openHandOverOf: (caseId) =>
      firstId(`select id from hand_over where case_id = $1 and stage in ('offered', 'accepted')`, [caseId]),
    lastHandOverOf: (caseId) =>
      firstId('select id from hand_over where case_id = $1 order by id desc limit 1', [caseId]),
    async leftBehind(caseId, district) {
      const { rows } = await pool.query<Belonging>(
        `select kind, id from (${BELONGINGS}) b where district <> $2 order by kind, id`,
        [caseId, district],
      );
      return rows;
    },
    async tasksLeftBehind(caseId, district) {
      const { rows } = await pool.query<{ id: string }>(TASKS, [caseId, district]);
      return rows.map(({ id }) => id);
    },
  };
}
