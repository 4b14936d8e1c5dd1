import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  byTime,
  CO_VISITORS,
  coVisitorsIn,
  moment,
  type Met,
} from '../../../activities/adapters/postgres/co-visitors.pg.ts';
import type { CoVisitor } from '../../../activities/ports/contact-lookups.ts';
import { percentile } from '../measure.ts';
import { PLAIN_CO_VISITORS } from './plain-co-visitors.ts';

/**
 * `oneByOne`: so many cases are asked about singly. `every`: 50 asks about each fiftieth when all are asked about at once:
 * the plain statement takes minutes for them all.
 */
export type Contestant = Readonly<{
  name: string;
  text: string;
  read: (rows: readonly unknown[]) => readonly CoVisitor[];
  oneByOne: number;
  every: number;
}>;
export const OURS: Contestant = {
  name: 'ours',
  text: CO_VISITORS,
  read: (rows) => coVisitorsIn(rows as readonly Met[]),
  oneByOne: 300,
  every: 1,
};
export const PLAIN: Contestant = {
  name: 'plain',
  text: PLAIN_CO_VISITORS,
  read: (rows) =>
    (rows as readonly CoVisitor[])
      .map((one) => ({ ...one, from: moment(one.from), to: moment(one.to) }))
      .sort(byTime),
  oneByOne: 100,
  every: 50,
};

/**
 * Milliseconds: of single cases, and of all together (reckoned up, where only some were asked about). `coreSingle99`,
 * `coreTogether`: processor time of the connection's server process and of this one; others on the machine hardly change it.
 */
export type Round = Readonly<{
  p50: number;
  p99: number;
  together: number;
  coreSingle99: number;
  coreTogether: number;
}>;

/** One connection of its own, whose server process is watched. */
export async function connected(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the server may go first
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const answers = async (
    { name, text, read }: Contestant,
    cases: readonly string[],
  ): Promise<readonly CoVisitor[]> => {
    const open = cases.map(() => null);
    const { rows: found } = await client.query({ name, text, values: [cases, open, open] });
    return read(found);
  };
  const timed = async (who: Contestant, cases: readonly string[]) => {
    const [begun, core] = [performance.now(), coreMilliseconds(pid)];
    await answers(who, cases);
    return { took: performance.now() - begun, core: coreMilliseconds(pid) - core };
  };
  return {
    answers,
    close: () => client.end(),
    async round(who: Contestant, cases: readonly string[]): Promise<Round> {
      const single: { took: number; core: number }[] = [];
      for (const one of cases.slice(0, who.oneByOne)) single.push(await timed(who, [one]));
      const some = everyOf(cases, who.every);
      const all = await timed(who, some);
      const whole = cases.length / some.length;
      return {
        p50: percentile(
          single.map(({ took }) => took),
          0.5,
        ),
        p99: percentile(
          single.map(({ took }) => took),
          0.99,
        ),
        together: all.took * whole,
        coreSingle99: percentile(
          single.map(({ core }) => core),
          0.99,
        ),
        coreTogether: all.core * whole,
      };
    },
  };
}
export type Connected = Awaited<ReturnType<typeof connected>>;

export const everyOf = (cases: readonly string[], every: number): readonly string[] =>
  cases.filter((_, index) => index % every === 0);

/** Linux: nanoseconds on a processor so far. */
function coreMilliseconds(pid: number): number {
  const { user, system } = process.cpuUsage();
  const [nanoseconds = 'NaN'] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1_000_000 + (user + system) / 1_000;
}
