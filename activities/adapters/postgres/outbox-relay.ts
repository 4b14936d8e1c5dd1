import pg from 'pg';
import type { Announcement, Announcer } from '../../ports/announcer.ts';
import { crashPoint } from '../../ports/crash-points.ts';
import type { News } from '../../ports/processes.ts';

type Row = {
  seq: string;
  aggregate_id: string;
  version: number;
  type: News['type'];
  at: Date;
  case_id: string;
};

export type Relay = Readonly<{ stop(): Promise<void> }>;
export type RelayOptions = Readonly<{
  databaseUrl: string;
  announcer: Announcer;
  begins: (eventType: string) => boolean;
  onTrouble: (what: string, error: unknown) => void;
  pollMilliseconds?: number;
}>;

const LEADER_LOCK = 7_201_001;
const BATCH = 500;

/**
 * Announces stored events to the processes: at least once, in order per case. One relay works at a time, the others
 * stand by. It is woken by NOTIFY and looks by itself now and then.
 */
export function startRelay(options: RelayOptions): Relay {
  let stopping = false;
  const { sleep, wake } = alarm();
  const poll = options.pollMilliseconds ?? 1_000;

  const run = async (): Promise<void> => {
    while (!stopping) {
      const client = new pg.Client({ connectionString: options.databaseUrl });
      let lost = false;
      client.on('error', () => {
        lost = true;
        wake();
      });
      client.on('notification', () => wake());
      try {
        await client.connect();
        await client.query('listen domain_event');
        while (!stopping && !lost) {
          const { rows } = await client.query<{ leads: boolean }>(
            'select pg_try_advisory_lock($1) as leads',
            [LEADER_LOCK],
          );
          if (rows[0]?.leads === true) await lead(client, () => stopping || lost);
          else await sleep(poll);
        }
      } catch (error) {
        options.onTrouble('outbox relay', error);
        await sleep(poll);
      } finally {
        await client.end().catch(() => undefined); // it may be gone already
      }
    }
  };

  const lead = async (client: pg.Client, over: () => boolean): Promise<void> => {
    while (!over()) {
      const { announced, failed } = await relayBatch(client, options);
      if (failed > 0 || announced < BATCH) await sleep(poll);
    }
  };

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}

/** A sleep that can be cut short, also by a call that came just before it began. */
function alarm() {
  let woken = false;
  let ring: () => void = () => undefined;
  return {
    wake: (): void => {
      woken = true;
      ring();
    },
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(() => ring(), milliseconds);
        ring = () => {
          clearTimeout(timer);
          woken = false;
          resolve();
        };
        if (woken) ring();
      }),
  };
}

async function relayBatch(
  client: pg.Client,
  { announcer, begins, onTrouble }: RelayOptions,
): Promise<{ announced: number; failed: number }> {
  const { rows } = await client.query<Row>(
    `select seq, aggregate_id, version, type, at, case_id from domain_event
     where dispatched_at is null order by seq limit ${BATCH}`,
  );
  if (rows.length > 0) crashPoint('relay/before-announcing');
  const byCase = new Map<string, Row[]>();
  for (const row of rows) byCase.set(row.case_id, [...(byCase.get(row.case_id) ?? []), row]);
  const outcomes = await Promise.all(
    [...byCase].map(async ([caseId, events]) => {
      const announcement: Announcement = {
        caseId,
        begins: events.some(({ type }) => begins(type)),
        news: events.map(({ aggregate_id, version, type, at }) => ({
          aggregateId: aggregate_id,
          version,
          type,
          at: at.toISOString(),
        })),
      };
      try {
        await announcer.announce(announcement);
        crashPoint('relay/inside-batch');
        return events.map(({ seq }) => seq);
      } catch (error) {
        onTrouble(`announce case/${caseId}`, error);
        return [];
      }
    }),
  );
  const done = outcomes.flat();
  if (done.length > 0) {
    crashPoint('relay/before-marking');
    await client.query('update domain_event set dispatched_at = clock_timestamp() where seq = any ($1)', [
      done,
    ]);
  }
  return { announced: done.length, failed: rows.length - done.length };
}
