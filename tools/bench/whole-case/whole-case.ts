import { createServer } from 'node:http';
import { Client, Connection } from '@temporalio/client';
import { postgresUrl, withClient } from '../../launcher/postgres.ts';
import type { Stack } from '../../launcher/stack.ts';
import { coreSeconds } from '../core-time.ts';
import { atOnce, goal, median, perRound } from '../measure.ts';
import type { CaseUnderWay } from './course.ts';
import { lane, SHAPES, type Lane, type Shape } from './lane.ts';

const ROUNDS = 3;
const AT_ONCE = 32;
/** Cases of a round whose histories are counted, in the middle of it. */
const COUNTED = 8;

type Round = Readonly<{
  perSecond: number;
  events: number;
  workflows: number;
  own: number;
  temporal: number;
  core: number;
}>;

/**
 * One whole confirmed case: diagnosis, registration, isolation with its proven notice, supplies asked for, ordered, paid,
 * shipped and delivered, symptom check, release and its notice; against the same case as one naive workflow.
 */
export async function wholeCase(
  stack: Stack,
  databases: Readonly<Record<Shape, string>>,
  cases: number,
  print: (line: string) => void,
): Promise<boolean> {
  const { environment, settings } = stack;
  const port = settings.ports.POSTGRES_PORT;
  const client = new Client({
    connection: await Connection.connect({ address: environment['TEMPORAL_ADDRESS'] ?? '' }),
    namespace: environment['TEMPORAL_NAMESPACE'] ?? '',
  });
  // The simulators' messages are taken; what they would tell is told by the bench, to both shapes at the same point.
  const deaf = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(204).end());
  }).listen(settings.ports.API_PORT);
  const lanes: Lane[] = [];
  for (const shape of SHAPES)
    lanes.push(await lane(shape, postgresUrl(port, databases[shape]), environment, client));
  print(
    `\nWhole case: ${cases} cases a round, ${AT_ONCE} at once; diagnosis, registration, isolation and proven notice, supplies (asked, ordered, paid, shipped, delivered), check, question, answer, release, notice`,
  );
  const servers = [stack.process('postgres').pid(), stack.process('temporal').pid()];
  let number = 0;
  const measure = async (measured: Lane): Promise<Round> => {
    const spent = (): number =>
      measured.workerSeconds() + servers.reduce((sum, pid) => sum + coreSeconds(pid), 0);
    const before = { ...(await commits(port, databases[measured.shape])), core: spent() };
    const ended: CaseUnderWay[] = [];
    const seconds = await atOnce([...Array(cases).keys()], AT_ONCE, async () => {
      ended.push(await measured.one((number += 1)));
    });
    const core = spent() - before.core;
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // statistics and visibility are a little late
    const after = await commits(port, databases[measured.shape]);
    const middle = ended.slice(ended.length >> 1).slice(0, COUNTED);
    const histories: (readonly number[])[] = [];
    for (const one of middle) histories.push(await measured.events(one));
    const mean = (of: (lengths: readonly number[]) => number): number =>
      histories.reduce((sum, lengths) => sum + of(lengths), 0) / histories.length;
    return {
      perSecond: cases / seconds,
      events: mean((lengths) => lengths.reduce((sum, length) => sum + length, 0)),
      workflows: mean(({ length }) => length),
      own: (after.own - before.own) / cases,
      temporal: (after.temporal - before.temporal) / cases,
      core: (core * 1_000) / cases,
    };
  };
  for (const one of lanes) await measure(one);
  const rounds: Record<Shape, Round[]> = { ours: [], naive: [], joined: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const one of lanes) rounds[one.shape].push(await measure(one));
    const speeds = SHAPES.map((shape) => `${shape} ${rounds[shape].at(-1)?.perSecond.toFixed(2)}`);
    print(`  round ${round}: ${speeds.join(', ')} cases/s`);
  }
  const of = (shape: Shape, what: keyof Round): readonly number[] =>
    rounds[shape].map((round) => round[what]);
  for (const shape of SHAPES) {
    const middle = (what: keyof Round, digits = 0): string => median(of(shape, what)).toFixed(digits);
    print(
      `  ${shape.padEnd(6)}: ${middle('perSecond', 2)} cases/s, ${middle('events')} Temporal events in ${middle('workflows', 1)} runs, ` +
        `${middle('own')} transactions in our database and ${middle('temporal')} in Temporal's, ${middle('core')} ms of processor (worker, Temporal, PostgreSQL), a case`,
    );
  }
  const against = (peer: Shape, what: keyof Round): number =>
    median(perRound(of('ours', what), of(peer, what)));
  const [speed, events] = [against('naive', 'perSecond'), against('naive', 'events')];
  const core = against('naive', 'core');
  print(`  ${goal('cases per second, ours / naive, goal ≥ 2', speed, speed >= 2)}`);
  print(`  ${goal('Temporal events, ours / naive, goal ≤ 0.5', events, events <= 0.5)}`);
  print(`  ${goal('processor time, ours / naive, goal ≤ 0.6', core, core <= 0.6)}`);
  const beside = (['perSecond', 'events', 'core'] as const).map((what) => against('joined', what).toFixed(2));
  print(
    `  without a goal, ours / joined: cases per second ${beside[0]}, events ${beside[1]}, processor ${beside[2]}`,
  );
  const right: boolean[] = [];
  for (const shape of SHAPES) right.push(await allEnded(port, databases[shape], print));
  for (const { close } of lanes) await close();
  deaf.close();
  deaf.closeAllConnections();
  await client.connection.close();
  return right.every(Boolean);
}

async function commits(port: number, database: string): Promise<{ own: number; temporal: number }> {
  return withClient(postgresUrl(port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ own: string; temporal: string }>(
      `select sum(xact_commit) filter (where datname = $1) as own,
              sum(xact_commit) filter (where datname like 'temporal%') as temporal from pg_stat_database`,
      [database],
    );
    return { own: Number(rows[0]?.own), temporal: Number(rows[0]?.temporal) };
  });
}

/** A number is worth something only if every case came to its right end, with each effect once. */
async function allEnded(port: number, database: string, print: (line: string) => void): Promise<boolean> {
  return withClient(postgresUrl(port, database), async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from disease_case) as cases,
         (select count(*)::int from disease_case where stage = 'released' and state ? 'registryNumber') as released,
         (select count(*)::int from isolation where stage = 'ended' and state ? 'notifiedAt' and state ? 'releaseNotifiedAt') as isolations,
         (select count(*)::int from supplies where stage = 'delivered') as supplies,
         (select count(distinct name)::int from effect) as kinds,
         (select count(*)::int from effect where status = 'done') as effects`,
    );
    const { cases = 0, released, isolations, supplies, effects, kinds } = rows[0] ?? {};
    const right =
      cases > 0 &&
      [released, isolations, supplies].every((count) => count === cases) &&
      kinds === KINDS &&
      effects === KINDS * cases;
    print(
      `  ${right ? 'right' : 'WRONG'} ends in ${database}: ${cases} cases, ${released} registered and released, ${isolations} isolations notified and ended with notice, ${supplies} supplies delivered, ${effects} effects of ${kinds} kinds`,
    );
    return right;
  });
}
/** Registration, isolation notice, essentials asked for, paid, sent; symptoms asked for; release notice. */
const KINDS = 7;
