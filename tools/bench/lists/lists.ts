import { loadavg } from 'node:os';
import { coreSeconds } from '../core-time.ts';
import { goal, median } from '../measure.ts';
import { busySeconds } from './busy.ts';
import { measured, type Load, type Measured } from './measured.ts';
import { CLIENTS, type OfACountry } from './of-a-country.ts';
import { statementsOf } from './statements.ts';

const ROUNDS = 5;
const SECONDS = 8;
const GOALS = { p99: 60, ratio: 0.4 };
/** As people ask, who read before they ask again. Without it, whoever waits behind 63 others waits for all of them. */
const PAUSE_MILLISECONDS = 500;

type Print = (line: string) => void;

/** Worklists, line lists, search and case pages of a whole country by HTTP, against the same statements prepared. */
export async function lists(country: OfACountry, print: Print): Promise<boolean> {
  const { environment, databaseUrl, pid, databasePid, asked, tokens } = country;
  const statements = await statementsOf(environment, asked, tokens);
  const common = { clients: CLIENTS, seconds: SECONDS, pauseMilliseconds: 0 };
  const http: Load = { ...common, shape: 'http', asked, tokens };
  const sql: Load = { ...common, shape: 'sql', asked: statements, databaseUrl };
  /** `core`: seconds of a processor that it took in all; `beside`: cores that others took meanwhile. */
  const run = async (load: Load): Promise<Run> => {
    const spent = (): number => coreSeconds(pid) + coreSeconds(databasePid);
    const before = { busy: busySeconds(), own: spent(), at: performance.now() };
    const one = await measured(load);
    const core = spent() - before.own + one.coreSeconds;
    const seconds = (performance.now() - before.at) / 1_000;
    return { ...one, core, beside: (busySeconds() - before.busy - core) / seconds };
  };
  print(`\nLists: ${CLIENTS} clients, ${asked.length} addresses, load in a process of its own`);
  await run(http); // warms the caches up
  await run(sql);
  const rounds: Round[] = [];
  for (let number = 1; number <= ROUNDS; number += 1) {
    const round = { ours: await run(http), plain: await run(sql) };
    rounds.push(round);
    print(
      `  round ${number}: API ${told(round.ours)}; SQL ${told(round.plain)}; ratio ${ratioOf(round).toFixed(2)}, by processor time ${coreRatioOf(round).toFixed(2)}; load average ${loadavg()[0]?.toFixed(1)}`,
    );
  }
  const paused = await run({ ...http, seconds: 3 * SECONDS, pauseMilliseconds: PAUSE_MILLISECONDS });
  print(`  with ${PAUSE_MILLISECONDS} ms between an answer and the next request: ${told(paused)}`);
  tellGroups(rounds, paused, print);
  const p99 = median(rounds.map(({ ours }) => ours.all.p99));
  const ratio = median(rounds.map(ratioOf));
  const coreRatio = median(rounds.map(coreRatioOf));
  print(`  SQL / API by processor time, clients counted (median of rounds): ${coreRatio.toFixed(2)}`);
  print(
    `  ${goal(`any page, ${CLIENTS} clients without a pause, p99 in ms, goal ≤ ${GOALS.p99}`, p99, p99 <= GOALS.p99)}`,
  );
  const { p99: withPause } = paused.all;
  print(
    `  ${goal(`any page, ${CLIENTS} clients with a pause, p99 in ms, goal ≤ ${GOALS.p99}`, withPause, withPause <= GOALS.p99)}`,
  );
  print(`  ${goal(`API / the same SQL prepared, goal ≥ ${GOALS.ratio}`, ratio, ratio >= GOALS.ratio)}`);
  const failed = [...rounds.map(({ ours }) => ours), paused].reduce((sum, one) => sum + one.failed, 0);
  if (failed > 0) print(`  ${failed} requests were not answered with 200`);
  return failed === 0;
}

type Run = Measured & Readonly<{ core: number; beside: number }>;
type Round = Readonly<{ ours: Run; plain: Run }>;
const ratioOf = ({ ours, plain }: Round): number => ours.perSecond / plain.perSecond;
const coreOf = ({ core, all }: Run): number => core / all.count;
const coreRatioOf = ({ ours, plain }: Round): number => coreOf(plain) / coreOf(ours);
const told = (run: Run): string =>
  `${run.perSecond.toFixed(0)}/s, p50 ${run.all.p50.toFixed(1)} ms, p99 ${run.all.p99.toFixed(1)} ms, ${(coreOf(run) * 1_000).toFixed(2)} core-ms each (others took ${(run.beside * 100).toFixed(0)} % of a core)`;

function tellGroups(rounds: readonly Round[], paused: Measured, print: Print): void {
  print(`  ms (p50 / p99), medians of rounds: API; SQL; API with a pause`);
  const middle = (all: readonly Measured[], group: string): string =>
    (['p50', 'p99'] as const)
      .map((what) => median(all.flatMap(({ groups }) => groups[group]?.[what] ?? [])).toFixed(1))
      .join(' / ')
      .padEnd(16);
  const [ours, plain] = [rounds.map((one) => one.ours), rounds.map((one) => one.plain)];
  for (const group of Object.keys(paused.groups))
    print(
      `    ${group.padEnd(34)} ${middle(ours, group)} ${middle(plain, group)} ${middle([paused], group)}`,
    );
}
