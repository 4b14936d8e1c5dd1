import type pg from 'pg';
import { HEADQUARTERS, NATION } from '../../../domain/shared-kernel/districts/beginnings.ts';
import type { Between, Lookups } from '../../ports/lookups.ts';
import { staffAccountIdOf } from '../staff-account-id.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Tables whose rows know their district, by the kind of what is in them, and how a row `a` says its case. */
const OWN: Readonly<Record<string, readonly [table: string, caseId: string]>> = {
  case: ['disease_case', 'a.id::text'],
  person: ['person', 'null'],
  isolation: ['isolation', 'a.case_id'],
  supplies: ['supplies', `a.state ->> 'caseId'`],
  contact: ['contact', 'a.source_case_id'],
  route: ['route', 'a.case_id'],
  'information-request': ['information_request', 'a.case_id'],
  clinic: ['clinic', 'null'],
  export: ['export', 'null'],
};
const own = (table: string, caseId: string): string =>
  `select a.state ->> 'district' as district, ${caseId} as "caseId" from ${table} a where a.id = $1`;

/**
 * Where somebody `p` has a case or an isolation, over or not, or is followed up as a contact: under that record or one that
 * was merged into it.
 */
const CONCERNED = `with recursive record(id) as (
    select p.id::text union select m.id::text from record join person m on m.merged_into = record.id)
  select array_agg(distinct of.district) from record cross join lateral (
    select c.district from disease_case c where c.person_id = record.id
    union all select i.state ->> 'district' from isolation i where i.person_id = record.id
    union all select k.district from contact k where k.exposed_person_id = record.id and k.watched_in is not null) of`;

/** By the kind of what is asked about. A test belongs where its case or its contact does, a claim where the isolation does. */
const PLACES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(OWN).map(([kind, [table, caseId]]) => [kind, own(table, caseId)])),
  person: `select p.state ->> 'district' as district, null as "caseId", (${CONCERNED}) as also from person p where p.id = $1`,
  household: `select min(district) as district, null as "caseId", array_agg(distinct district) as also
    from (select state ->> 'district' as district from person where household_id = $1::text) p`,
  survey: `select c.district, c.id::text as "caseId" from survey s join disease_case c on c.id = s.case_id::uuid where s.id = $1`,
  test: `select coalesce(c.district, k.state ->> 'district') as district,
      coalesce(t.case_id, k.source_case_id) as "caseId" from test t
    left join disease_case c on c.id = t.case_id::uuid left join contact k on k.id = t.contact_id::uuid
    where t.id = $1`,
  'hand-over': `select c.district, h.case_id as "caseId",
      jsonb_build_object('from', h.from_district, 'to', h.to_district) as between
    from hand_over h join disease_case c on c.id = h.case_id::uuid where h.id = $1`,
  'bulk-run': `select coalesce(a.state #>> '{about,district}', '${HEADQUARTERS}') as district, null as "caseId"
    from bulk_run a where a.id = $1`,
  'living-support': `select i.state ->> 'district' as district, coalesce(l.state ->> 'caseId', i.case_id) as "caseId"
    from living_support l join isolation i on i.id = l.isolation_id::uuid where l.id = $1`,
  task: `select state ->> 'district' as district, case_id as "caseId", state ->> 'kind' as "taskKind" from task where id = $1`,
  // Where whoever asked for it is responsible: two digits a province.
  'webhook-subscription': `select case a.state #>> '{jurisdictions,0}' when '${NATION}' then '${HEADQUARTERS}' else a.state #>> '{jurisdictions,0}' end as district,
      null as "caseId", a.owner from webhook_subscription a where a.id = $1`,
};

type Row = Readonly<{
  district: string | null;
  caseId: string | null;
  taskKind?: string;
  between?: Between;
  owner?: string;
  also?: readonly string[] | null;
}>;

export const placeOf =
  (pool: pg.Pool): Lookups['placeOf'] =>
  async ({ kind, id }) => {
    if (kind === 'staff-account') return placeOfAccount(pool, id);
    const text = PLACES[kind];
    if (text === undefined || !UUID.test(id)) return undefined;
    const { rows } = await pool.query<Row>({ name: `place-of-${kind}`, text, values: [id] });
    const { district = null, caseId = null, taskKind, between, owner, also } = rows[0] ?? {};
    if (district === null) return undefined;
    return {
      district,
      ...(caseId === null ? {} : { caseId }),
      ...(taskKind === undefined ? {} : { taskKind }),
      ...(between === undefined ? {} : { between }),
      ...(owner === undefined ? {} : { owner }),
      ...(also?.some((one) => one !== district) === true ? { also } : {}),
    };
  };

/**
 * An account belongs to the smallest place around all those for which its holder was responsible when they asked last; the
 * country, where that is nowhere in particular, or they never have.
 */
const PLACE_OF_ACCOUNT = `select case when count(distinct o) = 1 then min(o)
    when count(distinct left(o, 2)) = 1 then min(left(o, 2)) else '${NATION}' end as district
  from (select offices from access_record where staff_id = $1 order by at desc limit 1) last, unnest(last.offices) o`;

async function placeOfAccount(pool: pg.Pool, staffId: string): ReturnType<Lookups['placeOf']> {
  const { rows } = await pool.query<Readonly<{ district: string }>>({
    name: 'place-of-staff-account',
    text: PLACE_OF_ACCOUNT,
    values: [staffId],
  });
  return { district: rows[0]?.district ?? NATION, subjectId: staffAccountIdOf(staffId) };
}

/** Of what knows no district itself, the case's. */
export const districtOf =
  (pool: pg.Pool): Lookups['districtOf'] =>
  async ({ kind, id, caseId }) => {
    const table = OWN[kind]?.[0];
    const key = table === undefined ? (caseId ?? '') : id;
    if (!UUID.test(key)) return HEADQUARTERS;
    const { rows } = await pool.query<Pick<Row, 'district'>>(
      `select state ->> 'district' as district from ${table ?? 'disease_case'} where id = $1`,
      [key],
    );
    return rows[0]?.district ?? HEADQUARTERS;
  };
