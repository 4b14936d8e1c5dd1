import type { Client } from '@temporalio/client';
import type pg from 'pg';
import { PROCESSES } from '../../ports/processes.ts';
import type { SimulatedWorld } from '../../ports/simulated-world.ts';
import { onConnection } from '../postgres/pool.ts';
import { timeSkipping } from './time-skipping.ts';

const MOVER_LOCK = 7_201_002;
/** A partner calls back within this time of the wall clock, or much later. */
const ANSWER_SECONDS = 0.15;
/** A process at work leaves events: those of the last moments tell where to look. */
const ACTIVE_SECONDS = 3;
const AT_ONCE = 8;

/** The simulated world over our database and Temporal's time skipping. */
export function simulatedWorld(client: Client, pool: pg.Pool): SimulatedWorld {
  const skipping = timeSkipping(client);
  let step = 0;

  const running = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
      ids.push(workflowId);
    }
    return ids;
  };

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
      return onConnection(pool, async (connection) => {
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
      });
    },
    async dueMoments() {
      const looks = await inTurns(await running(), (id) => skipping.look(id));
      return [...new Set(looks.flatMap((look) => look?.nextDueAt?.toISOString() ?? []))];
    },
    async isBusy() {
      const { rows } = await pool.query<{ busy: boolean; active: { type: string; id: string }[] }>({
        name: 'simulation-busy',
        text: `select exists (select from domain_event where dispatched_at is null)
             or exists (select from effect where status = 'intended')
             or exists (select from effect where settled_at > clock_timestamp() - make_interval(secs => $1)) as busy,
             (select coalesce(jsonb_agg(distinct e.one), '[]') from (
               select jsonb_array_elements(jsonb_build_array(
                   jsonb_build_object('type', aggregate_type, 'id', aggregate_id),
                   jsonb_build_object('type', 'case', 'id', case_id))) as one
                 from (select * from domain_event order by seq desc limit 500) latest
                 where recorded_at > clock_timestamp() - make_interval(secs => $2)) e
               where e.one ->> 'id' is not null) as active`,
        values: [ANSWER_SECONDS, ACTIVE_SECONDS],
      });
      const seen = rows[0];
      if (seen?.busy !== false) return true;
      const ids = seen.active.flatMap(({ type, id }) => processIdOf(type, id) ?? []);
      const looks = await inTurns(ids, (id) => skipping.look(id));
      return looks.some((look) => look?.busy === true);
    },
    async fastForward(to) {
      step += 1;
      const id = `advance-${process.pid}-${Date.now()}-${step}`;
      await inTurns(await running(), (one) => skipping.forward(one, Date.parse(to), id));
    },
  };
}

const PREFIX_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(PROCESSES).map(({ prefix }) => [prefix, prefix])),
  route: PROCESSES.routeInvestigation.prefix,
  'webhook-subscription': PROCESSES.webhookDelivery.prefix,
  'information-request': PROCESSES.informationRequest.prefix,
};

const processIdOf = (type: string, id: string): string | undefined =>
  PREFIX_OF[type] === undefined ? undefined : `${PREFIX_OF[type]}/${id}`;

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
