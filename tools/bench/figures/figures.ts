import pg from 'pg';
import { coreSeconds } from '../core-time.ts';
import { goal, median, perRound } from '../measure.ts';
import { contestants, type Name } from './contestants.ts';
import { PLAIN } from './plain.ts';
import { fillCountry, type Country } from './rows.ts';

const COUNTRY: Country = { cases: 300_000, contacts: 1_000_000, tasks: 300_000 };
const ROUNDS = 5;
/** Milliseconds of processor time of one figure: all it takes where nobody else wants the machine. */
const GOALS = { district: 50, nation: 1_000 };
type Place = Readonly<{ size: keyof typeof GOALS; code: string }>;
type Print = (line: string) => void;

/** What charts are drawn from, each figure beside the plain statement in the same round: the busiest district, the country. */
export async function figuresBench(databaseUrl: string, print: Print): Promise<boolean> {
  // One process a statement, so that its processor time is all there is.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    options: '-c max_parallel_workers_per_gather=0',
  });
  pool.on('error', () => undefined); // the server may go before its connections
  const begun = performance.now();
  await fillCountry(pool, COUNTRY);
  const { cases, contacts, tasks } = COUNTRY;
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  print(`\nFigures: ${cases} cases, ${contacts} contacts, ${tasks} tasks; made in ${seconds} s`);
  const { rows } = await pool.query<{ code: string; size: number }>(
    'select district as code, count(*)::int as size from disease_case group by 1 order by 2 desc limit 1',
  );
  const [busiest] = rows;
  if (busiest === undefined) throw new Error('there are no cases');
  print(`  the busiest district has ${busiest.size} cases`);
  let right = true;
  for (const name of Object.keys(PLAIN) as Name[])
    for (const place of [
      { size: 'district', code: busiest.code },
      { size: 'nation', code: '' },
    ] as const)
      right = (await measured(pool, { name, place }, print)) && right;
  await pool.end();
  return right;
}

async function measured(
  pool: pg.Pool,
  { name, place: { size, code } }: Readonly<{ name: Name; place: Place }>,
  print: Print,
): Promise<boolean> {
  const { ours, plain } = contestants(pool)[name];
  const run = {
    ours: () => ours({ within: [code] }),
    plain: async () => plain((await pool.query<Record<string, unknown>>(PLAIN[name], [code])).rows),
  };
  const same = JSON.stringify(await run.ours()) === JSON.stringify(await run.plain());
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const core = (): number => coreSeconds(rows[0]?.pid ?? 0) * 1_000;
  const took: Readonly<Record<keyof typeof run, number[]>> = { ours: [], plain: [] };
  const processor = { ours: 0, plain: 0 };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const who of ['ours', 'plain'] as const) {
      const [begun, before] = [performance.now(), core()];
      await run[who]();
      took[who].push(performance.now() - begun);
      processor[who] += (core() - before) / ROUNDS;
    }
  const ratio = median(perRound(took.plain, took.ours)).toFixed(1);
  const times = `${median(took.ours).toFixed(0)} ms, plain SQL ${median(took.plain).toFixed(0)} ms, ${ratio} times ours`;
  const beside = `plain SQL ${processor.plain.toFixed(0)}, says ${same ? 'the same' : 'SOMETHING ELSE'}; by the clock ${times}`;
  const told = `${name}, ${size}, ms of processor time (${beside}), goal ≤ ${GOALS[size]}`;
  print(`  ${goal(told, processor.ours, processor.ours <= GOALS[size])}`);
  return same;
}
