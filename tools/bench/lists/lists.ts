import { loadavg } from 'node:os';
import pg from 'pg';
import type { Stack } from '../../launcher/stack.ts';
import { coreSeconds } from '../core-time.ts';
import { goal, median } from '../measure.ts';
import { asks, asSent } from './asks.ts';
import { busySeconds } from './busy.ts';
import { COUNTRY, fillCountry } from './country.ts';
import { withOwnApi } from './own-api.ts';
import { measured, type Load, type Measured } from './measured.ts';
import { fillPeople } from './people.ts';
import { statementsOf } from './statements.ts';
import { tokensOf } from './tokens.ts';

const CLIENTS = 64;
const ROUNDS = 5;
const SECONDS = 8;
const GOALS = { p99: 60, ratio: 0.4 };
/** Asked about by themselves: who waits in a queue behind 63 others waits for all of them. */
const ALONE = 4;

type Print = (line: string) => void;
/** A database of its own, with the schema and nothing else. */
export type Own = Readonly<{ environment: NodeJS.ProcessEnv; databaseUrl: string }>;

/** Worklists, line lists, search and case pages of a whole country by HTTP, against the same statements prepared. */
export async function lists(stack: Stack, { environment, databaseUrl }: Own, print: Print): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined); // the server may go before its connections
  const begun = performance.now();
  await fillCountry(pool, COUNTRY);
  await fillPeople(pool, environment, COUNTRY.cases);
  const { cases, contacts, tasks, bigTasks } = COUNTRY;
  print(
    `\nLists: ${cases} cases, ${contacts} contacts, ${tasks} tasks (${bigTasks} open in a big district); made in ${((performance.now() - begun) / 1_000).toFixed(0)} s`,
  );
  const asked = (await asks(pool)).map((one) => asSent(one, stack.addresses.api));
  await pool.end();
  const tokens = await tokensOf(new Set(asked.map(({ at }) => at)), CLIENTS, stack.tokenOf);
  const own = { ...environment, DATABASE_URL: databaseUrl };
  const statements = await statementsOf(own, asked, tokens);
  const http = (clients: number): Load => ({ clients, seconds: SECONDS, shape: 'http', asked, tokens });
  const sql: Load = { clients: CLIENTS, seconds: SECONDS, shape: 'sql', asked: statements, databaseUrl };
  return withOwnApi(own, async (pid) => {
    const pids = [pid, stack.process('postgres').pid()];
    const spent = (): number => pids.reduce((sum, one) => sum + coreSeconds(one), 0);
    await measured(http(CLIENTS)); // warms the caches up
    await measured(sql);
    const rounds: Round[] = [];
    for (let number = 1; number <= ROUNDS; number += 1) {
      const before = { busy: busySeconds(), own: spent(), at: performance.now() };
      const ours = await measured(http(CLIENTS));
      const own = spent() - before.own + ours.coreSeconds;
      const beside = (busySeconds() - before.busy - own) / ((performance.now() - before.at) / 1_000);
      const plain = await measured(sql);
      rounds.push({ ours, plain });
      print(
        `  round ${number}: API ${told(ours)}; SQL ${told(plain)}; ratio ${ratioOf({ ours, plain }).toFixed(2)}; others took ${(beside * 100).toFixed(0)} % of a core, load average ${loadavg()[0]?.toFixed(1)}`,
      );
    }
    const alone = await measured(http(ALONE));
    tellGroups(rounds, alone, print);
    const p99 = median(rounds.map(({ ours }) => ours.all.p99));
    const ratio = median(rounds.map(ratioOf));
    print(`  ${goal(`any page, ${CLIENTS} clients, p99 in ms, goal ≤ ${GOALS.p99}`, p99, p99 <= GOALS.p99)}`);
    print(`  ${goal(`API / the same SQL prepared, goal ≥ ${GOALS.ratio}`, ratio, ratio >= GOALS.ratio)}`);
    const failed = [...rounds.map(({ ours }) => ours), alone].reduce((sum, one) => sum + one.failed, 0);
    if (failed > 0) print(`  ${failed} requests were not answered with 200`);
    return failed === 0;
  });
}

type Round = Readonly<{ ours: Measured; plain: Measured }>;
const ratioOf = ({ ours, plain }: Round): number => ours.perSecond / plain.perSecond;
const told = ({ perSecond, all }: Measured): string =>
  `${perSecond.toFixed(0)}/s, p50 ${all.p50.toFixed(1)} ms, p99 ${all.p99.toFixed(1)} ms`;

function tellGroups(rounds: readonly Round[], alone: Measured, print: Print): void {
  print(
    `  ms (p50 / p99), medians of rounds: API with ${CLIENTS} clients; SQL with ${CLIENTS}; API with ${ALONE}`,
  );
  const middle = (all: readonly Measured[], group: string): string =>
    (['p50', 'p99'] as const)
      .map((what) => median(all.flatMap(({ groups }) => groups[group]?.[what] ?? [])).toFixed(1))
      .join(' / ')
      .padEnd(16);
  const [ours, plain] = [rounds.map((one) => one.ours), rounds.map((one) => one.plain)];
  for (const group of Object.keys(alone.groups))
    print(`    ${group.padEnd(34)} ${middle(ours, group)} ${middle(plain, group)} ${middle([alone], group)}`);
}
