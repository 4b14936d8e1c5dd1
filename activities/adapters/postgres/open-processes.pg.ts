import type pg from 'pg';
import type { ProcessName } from '../../ports/processes.ts';

export type OpenProcess = Readonly<{ process: ProcessName; id: string; caseId: string | null }>;

/** One that has ended may still owe something, such as its last notice: it is looked at so long after its last event. */
const OWES_FOR_DAYS = 30;

const aggregate = (table: string, caseId: string, closed: readonly string[]): string =>
  `select a.id::text as id, ${caseId} as "caseId" from ${table} a
   where (a.state ->> 'stage' <> all (array[${closed.map((stage) => `'${stage}'`).join(', ')}]::text[])
       or exists (select from domain_event e where e.aggregate_id = a.id
                    and e.recorded_at > clock_timestamp() - interval '${OWES_FOR_DAYS} days'))
     and ($1::uuid is null or a.id > $1) order by a.id limit $2`;

/** A run's process is called by the run's key; there are never many. */
const run = (kind: string): string => `select a.key as id, null as "caseId" from bulk_run a
   where a.kind = '${kind}' and a.stage <> 'finished' and $1::uuid is null order by a.id limit $2 - 1`;

/** What is open, in the order of its ids, after one of them. */
const OPEN: Readonly<Record<ProcessName, string>> = {
  caseLifecycle: aggregate('disease_case', 'a.id::text', ['released', 'not-a-case', 'deceased', 'withdrawn']),
  isolationLifecycle: aggregate('isolation', 'a.case_id', ['ended']),
  supplyDelivery: aggregate('supplies', `a.state ->> 'caseId'`, ['present', 'delivered', 'cancelled']),
  routeInvestigation: aggregate('route', 'a.case_id', ['finished']),
  contactFollowUp: aggregate('contact', 'a.source_case_id', ['followed-up', 'dropped']),
  informationRequest: aggregate('information_request', 'a.case_id', ['closed', 'rejected']),
  livingSupport: aggregate('living_support', `a.state ->> 'caseId'`, [
    'ineligible',
    'rejected',
    'paid',
    'recovered',
  ]),
  clinicOperation: `select a.id || '/' || (a.state #>> '{day,date}') as id, null as "caseId" from clinic a
   where a.stage = 'open' and ($1::uuid is null or a.id > $1) order by a.id limit $2`,
  identityCheck: `select a.id::text as id, a.id::text as "caseId" from disease_case a
   where a.state ? 'identityInDoubt' and ($1::uuid is null or a.id > $1) order by a.id limit $2`,
  monitoringRound: run('monitoring-round'),
  importRun: run('import'),
  retentionSweep: run('retention-sweep'),
  protocolRollout: run('rollout'),
};

/** Every process that ought to be running, a page at a time. */
export async function* openProcesses(pool: pg.Pool, pageSize = 500): AsyncGenerator<readonly OpenProcess[]> {
  for (const [process, sql] of Object.entries(OPEN) as [ProcessName, string][]) {
    for (let after: string | null = null; ;) {
      const { rows }: pg.QueryResult<{ id: string; caseId: string | null }> = await pool.query(sql, [
        after,
        pageSize,
      ]);
      if (rows.length > 0) yield rows.map((row) => ({ process, ...row }));
      const last = rows.at(-1)?.id.slice(0, UUID_LENGTH);
      if (rows.length < pageSize || last === undefined) break;
      after = last;
    }
  }
}

const UUID_LENGTH = 36;
