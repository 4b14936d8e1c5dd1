import type pg from 'pg';
import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';
import type { ProcessName } from '../../ports/processes.ts';

export type OpenProcess = Readonly<{ process: ProcessName; id: string; caseId: string | null }>;

/** What is on record from a list alone was never led here, whatever has become of it. */
const LED_HERE = `not a.state ? 'recorded'`;
/** A link of a list has no process, until its case turns out to be none. */
const FOLLOWED = `not (a.state ? 'recordedAt' and a.stage = 'converted' and not exists (
  select from disease_case c where c.id::text = a.case_id and c.stage = 'withdrawn'))`;

type Found = Readonly<{ open: string; ended?: string }>;

/** One that has ended may still owe something, such as its last notice: it is looked at so long after its last event. */
const OWES_FOR_DAYS = 30;

const aggregate = (table: string, caseId: string, closed: readonly string[], such = 'true'): Found => {
  const among = `(array[${closed.map((stage) => `'${stage}'`).join(', ')}]::text[])`;
  const where = (which: string): string =>
    `select a.id::text as id, ${caseId} as "caseId" from ${table} a
     where ${which} and ${such} and ($1::uuid is null or a.id > $1) order by a.id limit $2`;
  return {
    open: where(`a.state ->> 'stage' <> all ${among}`),
    ended: where(`a.state ->> 'stage' = any ${among} and exists (select from domain_event e
      where e.aggregate_id = a.id and e.recorded_at > clock_timestamp() - interval '${OWES_FOR_DAYS} days')`),
  };
};

/** A run's process is called by the run's key; there are never many. */
const run = (kind: string): Found => ({
  open: `select a.key as id, null as "caseId" from bulk_run a
   where a.kind = '${kind}' and a.stage <> 'finished' and $1::uuid is null order by a.id limit $2 - 1`,
});

/** What is open, and what ended of late, in the order of its ids, after one of them. */
const FOUND: Readonly<Record<ProcessName, Found>> = {
  caseLifecycle: aggregate('disease_case', 'a.id::text', CLOSED_STAGES, LED_HERE),
  isolationLifecycle: aggregate('isolation', 'a.case_id', ['ended']),
  supplyDelivery: aggregate('supplies', `a.state ->> 'caseId'`, ['present', 'delivered', 'cancelled']),
  routeInvestigation: aggregate('route', 'a.case_id', ['finished'], `a.stage <> 'recorded'`),
  contactFollowUp: aggregate('contact', 'a.source_case_id', ['followed-up', 'dropped'], FOLLOWED),
  informationRequest: aggregate('information_request', 'a.case_id', ['closed', 'rejected']),
  livingSupport: aggregate('living_support', `a.state ->> 'caseId'`, [
    'ineligible',
    'rejected',
    'paid',
    'recovered',
  ]),
  handOver: aggregate('hand_over', 'a.case_id', ['rejected', 'withdrawn', 'expired', 'completed']),
  webhookDelivery: aggregate('webhook_subscription', 'null', ['ended']),
  clinicOperation: {
    open: `select a.id || '/' || (a.state #>> '{day,date}') as id, null as "caseId" from clinic a
   where a.stage = 'open' and ($1::uuid is null or a.id > $1) order by a.id limit $2`,
  },
  identityCheck: {
    open: `select a.id::text as id, a.id::text as "caseId" from disease_case a
   where a.state ? 'identityInDoubt' and ($1::uuid is null or a.id > $1) order by a.id limit $2`,
  },
  monitoringRound: run('monitoring-round'),
  importRun: run('import'),
  bulkCommand: run('command'),
  retentionSweep: run('retention-sweep'),
  // Its run is stored by its first step: a version that was told of, and whose rollout had not come so far, has none.
  protocolRollout: {
    open: `select x.id, null as "caseId" from (
      select a.key as id from bulk_run a where a.kind = 'rollout' and a.stage <> 'finished'
      union select e.data #>> '{version,id}' from protocol p
        join domain_event e on e.aggregate_id = p.id and e.type = 'ProtocolPublished'
          and e.recorded_at > clock_timestamp() - interval '${OWES_FOR_DAYS} days'
        where exists (select from disease_case c where c.disease = p.disease and c.opened_at::timestamptz < e.at)
          and not exists (select from bulk_run r where r.kind = 'rollout' and r.key = e.data #>> '{version,id}')) x
    where $1::uuid is null order by x.id limit $2 - 1`,
  },
};

/** Every process that ought to be running, a page at a time: first what is open, for somebody waits for that. */
export async function* openProcesses(pool: pg.Pool, pageSize = 500): AsyncGenerator<readonly OpenProcess[]> {
  for (const which of ['open', 'ended'] as const) {
    for (const [process, found] of Object.entries(FOUND) as [ProcessName, Found][]) {
      const sql = found[which];
      for (let after: string | null = null; sql !== undefined;) {
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
}

const UUID_LENGTH = 36;
