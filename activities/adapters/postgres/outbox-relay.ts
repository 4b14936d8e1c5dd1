import pg from 'pg';
import type { Announcement, Announcer } from '../../ports/announcer.ts';
import { crashPoint } from '../../ports/crash-points.ts';
import { processId, type News } from '../../ports/processes.ts';
import { addresseesOf, type EventRow, type ReactionsTo } from './addresses.pg.ts';
import { waitingRoom, type WaitingRoom } from './waiting-room.ts';
import { NOTICES_A_LOST_HOST } from './pool.ts';

type Row = EventRow & Readonly<{ seq: string; version: number; type: News['type'] }>;

export type Relay = Readonly<{ stop(): Promise<void> }>;
export type RelayOptions = Readonly<{
  databaseUrl: string;
  announcer: Announcer;
  /** The policy table. */
  reactionsTo: ReactionsTo;
  onTrouble: (what: string, error: unknown) => void;
  pollMilliseconds?: number;
}>;

const LEADER_LOCK = 7_201_001;
const BATCH = 500;

/**
 * Announces stored events to the processes: at least once, in order per aggregate. What cannot be announced waits aside,
 * longer each time, and holds up nobody else. One relay works at a time, the others stand by. It is woken by NOTIFY and
 * looks by itself now and then.
 */
export function startRelay(options: RelayOptions): Relay {
  let stopping = false;
  const { sleep, wake } = alarm();
  const poll = options.pollMilliseconds ?? 1_000;

  const run = async (): Promise<void> => {
    while (!stopping) {
      const client = new pg.Client({
        connectionString: options.databaseUrl,
        options: NOTICES_A_LOST_HOST,
      });
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
    const aside = waitingRoom();
    while (!over()) if ((await relayBatch(client, aside, options)) < BATCH) await sleep(poll);
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

/** Answers how many events it looked at. */
async function relayBatch(
  client: pg.Client,
  aside: WaitingRoom,
  { announcer, reactionsTo, onTrouble }: RelayOptions,
): Promise<number> {
  const { rows } = await client.query<Row>(
    `select seq, aggregate_id, version, type, at, actor, case_id, data from domain_event
     where dispatched_at is null and aggregate_id <> all ($1) order by seq limit ${BATCH}`,
    [aside.occupants(Date.now())],
  );
  if (rows.length > 0) crashPoint('relay/before-announcing');
  const failed = new Set<string>();
  const understood = rows.filter(({ aggregate_id, type }) => {
    if (!isKnown(reactionsTo, type)) {
      onTrouble(`announce ${type}`, new TypeError('an event of another version of this program'));
      failed.add(aggregate_id);
    }
    return !failed.has(aggregate_id);
  });
  await Promise.all(
    announcementsOf(understood, await addresseesOf(client, reactionsTo, understood)).map(
      async (announcement) => {
        try {
          await announcer.announce(announcement);
          crashPoint('relay/inside-batch');
        } catch (error) {
          onTrouble(`announce ${processId(announcement.process, announcement.id)}`, error);
          for (const { aggregateId } of announcement.news) failed.add(aggregateId);
        }
      },
    ),
  );
  for (const id of failed) aside.enter(id, Date.now());
  const done = rows.filter(({ aggregate_id }) => !failed.has(aggregate_id));
  if (done.length > 0) {
    crashPoint('relay/before-marking');
    await client.query('update domain_event set dispatched_at = clock_timestamp() where seq = any ($1)', [
      done.map(({ seq }) => seq),
    ]);
    for (const { aggregate_id } of done) aside.leave(aggregate_id);
  }
  return rows.length;
}

/** A type that was written by a later version, before somebody went back to this one, holds up its aggregate only. */
function isKnown(reactionsTo: ReactionsTo, type: string): boolean {
  try {
    reactionsTo(type);
    return true;
  } catch {
    return false;
  }
}

/** One for each process that hears of something, in the order in which it happened. */
function announcementsOf(
  rows: readonly Row[],
  addressees: Awaited<ReturnType<typeof addresseesOf>>,
): readonly Announcement[] {
  const announcements = new Map<string, Announcement>();
  rows.forEach(({ aggregate_id: aggregateId, version, type, at, case_id }, index) => {
    for (const { process, id, begins } of addressees[index] ?? []) {
      const key = processId(process, id);
      const sofar = announcements.get(key) ?? { process, id, caseId: case_id, begins: false, news: [] };
      announcements.set(key, {
        ...sofar,
        begins: sofar.begins || begins,
        news: [...sofar.news, { aggregateId, version, type, at: at.toISOString() }],
      });
    }
  });
  return [...announcements.values()];
}
