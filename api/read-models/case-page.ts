import type pg from 'pg';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { beginningWith } from './reach.ts';

type Row = Readonly<Record<string, unknown>>;
export type CasePage = Readonly<{
  isolation: Row | null;
  /** What else belongs to the case, by id and stage; each has a page of its own. */
  related: Readonly<Record<string, readonly Row[]>>;
  tests: readonly Row[];
  tasks: readonly Row[];
  history: readonly HistoryEntry[];
}>;
export type HistoryEntry = Readonly<{
  at: Date;
  type: string;
  by: string;
  aggregate: string;
  version: number;
  data: Row;
}>;

/** Of the tasks `t` of a case: what is asked about a contact, or their test or message, where they live. */
const IS_ASKED_ELSEWHERE = `t.subject_kind is not null and t.subject_kind <> 'hand-over' and t.district <> '${HEADQUARTERS}'
  and not (t.district like any ($2))`;

/**
 * What belongs to a case beside its own state, in one round trip. Ids, codes and dates. Of contacts out of reach (beginnings
 * of districts) that they were named, and when: what became of them since is told where they belong.
 */
export function casePage(pool: pg.Pool) {
  return async (caseId: string, reach: readonly string[]): Promise<CasePage> => {
    const { rows } = await pool.query<CasePage>({
      name: 'case-page',
      text: `with elsewhere as materialized (select id from contact where source_case_id = $1 and not (district like any ($2))),
        asked_elsewhere as materialized (select t.id from task t where t.case_id = $1 and ${IS_ASKED_ELSEWHERE})
      select
        (select jsonb_build_object('isolationId', id, 'version', version) || state from isolation where case_id = $1) as isolation,
        jsonb_build_object(
          'supplies', (select coalesce(jsonb_agg(jsonb_build_object('suppliesId', s.id, 'stage', s.stage) order by s.id), '[]')
            from isolation i join supplies s on s.isolation_id = i.id::text where i.case_id = $1),
          'livingSupport', (select coalesce(jsonb_agg(jsonb_build_object('livingSupportId', l.id, 'stage', l.stage) order by l.id), '[]')
            from isolation i join living_support l on l.isolation_id = i.id::text where i.case_id = $1),
          'routes', (select coalesce(jsonb_agg(jsonb_build_object('routeId', id, 'stage', stage) order by id), '[]')
            from route where case_id = $1),
          'lookUps', (select coalesce(jsonb_agg(jsonb_build_object('informationRequestId', id, 'kind', state ->> 'kind', 'stage', stage) order by id), '[]')
            from information_request where case_id = $1),
          'surveys', (select coalesce(jsonb_agg(jsonb_build_object('surveyId', id, 'stage', stage) order by id), '[]')
            from survey where case_id = $1),
          'contacts', (select coalesce(jsonb_agg(jsonb_build_object('contactId', id, 'stage',
              case when not exists (select from elsewhere e where e.id = contact.id) then stage end) order by id), '[]')
            from contact where source_case_id = $1)) as related,
        (select coalesce(jsonb_agg(jsonb_build_object('testId', id, 'version', version) || state order by id), '[]')
           from test where case_id = $1) as tests,
        (select coalesce(jsonb_agg(jsonb_build_object('taskId', id, 'version', version) || state order by id), '[]')
           from task where case_id = $1 and id not in (select id from asked_elsewhere)) as tasks,
        (select coalesce(jsonb_agg(jsonb_build_object('at', at, 'type', type, 'by', actor, 'aggregate', aggregate_type,
             'version', version, 'data', data) order by seq), '[]')
           from domain_event where case_id = $1
             and not (aggregate_type = 'contact' and version > 1 and aggregate_id in (select id from elsewhere))
             and not (aggregate_type = 'task' and aggregate_id in (select id from asked_elsewhere))) as history`,
      values: [caseId, beginningWith(reach)],
    });
    const page = rows[0];
    if (page === undefined) throw new Error('the case page has no row');
    return page;
  };
}
