import type pg from 'pg';
import { beginningWith } from './reach.ts';
import { asText } from './sql-words.ts';

type Row = Readonly<Record<string, unknown>>;
export type StaffPage = Readonly<{
  version: number;
  state: Readonly<{
    stage: 'active' | 'revoked';
    revokedAt?: string;
    revokedBecause?: string;
    absences: readonly Row[];
  }> | null;
  lastSeenAt: string | null;
  offices: readonly string[] | null;
  tasks: readonly Row[];
  isolations: readonly Row[];
  history: readonly Row[];
}>;

/** More than anybody works on; of whom there are more, the rest comes once these are done. */
const MOST = 200;

/** `$2`: beginnings of districts. */
const PAGE = `select coalesce(s.version, 0) as version, s.state,
    (select ${asText('r.at')} from access_record r
       where r.staff_id = $1 order by r.at desc limit 1) as "lastSeenAt",
    (select r.offices from access_record r where r.staff_id = $1 order by r.at desc limit 1) as offices,
    (select coalesce(jsonb_agg(t.shown), '[]') from (
       select jsonb_build_object('taskId', id, 'version', version, 'kind', state ->> 'kind',
           'district', state ->> 'district', 'dueAt', state ->> 'dueAt') as shown
       from task where stage = 'open' and owner = $1
         and state ->> 'district' like any ($2) order by state ->> 'dueAt', id limit ${MOST}) t) as tasks,
    (select coalesce(jsonb_agg(i.shown), '[]') from (
       select jsonb_build_object('isolationId', id, 'version', version, 'kind', kind, 'stage', stage,
           'district', state ->> 'district') as shown
       from isolation where stage <> 'ended' and state ? 'officer' and state ->> 'officer' = $1
         and state ->> 'district' like any ($2) order by id limit ${MOST}) i) as isolations,
    (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'type', e.type, 'by', e.actor,
         'version', e.version, 'data', e.data) order by e.version), '[]')
       from domain_event e where e.aggregate_id = s.id) as history
  from (select $1::text as staff_id) a left join staff_account s on s.staff_id = a.staff_id`;

/** What is known of an account, and what its holder has in hand in those districts. */
export function staffPage(pool: pg.Pool) {
  return async (staffId: string, reach: readonly string[]): Promise<StaffPage> => {
    const { rows } = await pool.query<StaffPage>({
      name: 'staff-page',
      text: PAGE,
      values: [staffId, beginningWith(reach)],
    });
    const [page] = rows;
    if (page === undefined) throw new TypeError('one row for every name');
    return page;
  };
}
