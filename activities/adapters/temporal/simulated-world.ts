import type { Client } from '@temporalio/client';
import type pg from 'pg';
import { CLOSED_STAGES, type CaseState } from '../../../domain/patient-management/case/case.state.ts';
import { caseProcessId } from '../../ports/processes.ts';
import type { SimulatedWorld } from '../../ports/simulated-world.ts';
import { timeSkipping } from './time-skipping.ts';

const MOVER_LOCK = 7_201_002;
/** A laboratory answers a test within this time of the wall clock, or not at all (a lost result). */
const ANSWER_SECONDS = 3;
const AT_ONCE = 8;

/** The simulated world over our database and Temporal's time skipping. */
export function simulatedWorld(client: Client, pool: pg.Pool): SimulatedWorld {
  const skipping = timeSkipping(client);
  let step = 0;

  return {
    async now() {
      const { rows } = await pool.query<{ now: Date }>(
        'select clock_timestamp() + ahead as now from simulation_clock',
      );
      return (rows[0]?.now ?? new Date()).toISOString();
    },
    async setClock(to) {
      await pool.query(
        'update simulation_clock set ahead = greatest(ahead, $1::timestamptz - clock_timestamp())',
        [to],
      );
    },
    async exclusively(move) {
      const connection = await pool.connect();
      try {
        const { rows } = await connection.query<{ mine: boolean }>(
          'select pg_try_advisory_lock($1) as mine',
          [MOVER_LOCK],
        );
        if (rows[0]?.mine !== true) return undefined;
        try {
          return await move();
        } finally {
          await connection.query('select pg_advisory_unlock($1)', [MOVER_LOCK]);
        }
      } finally {
        connection.release();
      }
    },
    async openCases() {
      const { rows } = await pool.query<{ id: string; state: CaseState }>(
        `select id, state from disease_case c where stage <> all ($1)
           or exists (select from domain_event e where e.case_id = c.id::text
                        and e.recorded_at > clock_timestamp() - make_interval(secs => $2))`,
        [CLOSED_STAGES, ANSWER_SECONDS],
      );
      return rows.map(({ id, state }) => ({ caseId: id, state }));
    },
    async awaitedTests() {
      const { rows } = await pool.query<{ at: string }>(
        `select state ->> 'orderedAt' as at from test where state ->> 'stage' in ('ordered', 'collected', 'received')`,
      );
      return rows.map(({ at }) => at);
    },
    async isBusy() {
      const { rows } = await pool.query<{ busy: boolean; active: string[] }>({
        name: 'simulation-busy',
        text: `select exists (select from domain_event where dispatched_at is null)
             or exists (select from effect where status = 'intended')
             or exists (select from effect where system = 'pcr-laboratory'
                          and settled_at > clock_timestamp() - make_interval(secs => $1)
                          and case_id in (select case_id from test where state ->> 'stage' in ('ordered', 'collected', 'received'))) as busy,
             array(select distinct case_id from (select case_id, recorded_at from domain_event order by seq desc limit 500) e
                   where case_id is not null and recorded_at > clock_timestamp() - make_interval(secs => $1)) as active`,
        values: [ANSWER_SECONDS],
      });
      const seen = rows[0];
      if (seen?.busy !== false) return true;
      // A process at work leaves events: those of the last moments tell where to look.
      return (await inTurns(seen.active, (caseId) => skipping.isBusy(caseProcessId(caseId)))).includes(true);
    },
    async fastForward(openCases, to) {
      step += 1;
      const id = `advance-${process.pid}-${Date.now()}-${step}`;
      const ids = openCases.map(({ caseId }) => caseId);
      await inTurns(ids, (caseId) => skipping.forward(caseProcessId(caseId), Date.parse(to), id));
    },
  };
}

/** All of them, a few at a time. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items];
  const one = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results.push(await work(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return results;
}
