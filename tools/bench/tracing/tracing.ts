import pg from 'pg';
import { goal, median, perRound } from '../measure.ts';
import { connected, everyOf, OURS, PLAIN, type Connected, type Round } from './round.ts';
import { caseIdOf, casesIn, fillVisits, visitsIn, type Country } from './visits.ts';

const ROUNDS = 5;
const CASES = 1_000;
const GOALS = { p99: 5, together: 1_500, growth: 1.5 };
/** The growth is from the first to each of the others. */
const COUNTRIES: readonly (Country & Readonly<{ name: string; grown: string }>)[] = [
  { name: '7 days, 50,000 places', grown: '', days: 7, regions: 1 },
  { name: '28 days, 50,000 places', grown: 'days', days: 28, regions: 1 },
  { name: '7 days, 200,000 places', grown: 'places', days: 7, regions: 4 },
];
type Measured = Readonly<{ ours: readonly Round[]; plain: readonly Round[]; same: boolean }>;
type Print = (line: string) => void;

/** Who was where at the same time as one case, and as 1,000: what staff ask, against the plain statement in the same round. */
export async function tracing(databaseUrl: string, print: Print): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined); // the server may go before its connections
  const connection = await connected(databaseUrl);
  const all: Measured[] = [];
  for (const country of COUNTRIES) {
    const begun = performance.now();
    await fillVisits(pool, country);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    print(
      `\nTracing: ${visitsIn(country)} visits of ${casesIn(country)} cases, ${country.name}; made in ${seconds} s`,
    );
    await tellPlaces(pool, print);
    all.push(await measured(connection, country, print));
  }
  await connection.close();
  await pool.end();
  const [first, main] = all;
  if (first === undefined || main === undefined) throw new Error('nothing was measured');
  print('');
  const p99 = middle(main.ours, 'p99');
  print(`  ${goal(`one case at 5 million visits, p99 in ms, goal ≤ ${GOALS.p99}`, p99, p99 <= GOALS.p99)}`);
  const together = middle(main.ours, 'together');
  print(`  ${goal(`${CASES} cases in ms, goal ≤ ${GOALS.together}`, together, together <= GOALS.together)}`);
  COUNTRIES.forEach(({ grown }, index) => {
    const country = all[index];
    if (index > 0 && country !== undefined) tellGrowth(first, country, grown, print);
  });
  return all.every(({ same }) => same);
}

function tellGrowth(first: Measured, country: Measured, grown: string, print: Print): void {
  for (const what of ['p50', 'together', 'coreTogether'] as const) {
    const growth = middle(country.ours, what) / middle(first.ours, what);
    const plain = middle(country.plain, what) / middle(first.plain, what);
    const words = `growth of ${NAMES[what]} by four times the ${grown} (plain SQL ${plain.toFixed(2)}), goal ≤ ${GOALS.growth}`;
    print(`  ${goal(words, growth, growth <= GOALS.growth)}`);
  }
}

const NAMES = {
  p50: 'one case, p50',
  p99: 'one case, p99',
  coreSingle99: 'one case, p99 of processor time',
  together: `${CASES} cases`,
  coreTogether: `${CASES} cases, processor time`,
} as const satisfies Readonly<Record<keyof Round, string>>;

const middle = (rounds: readonly Round[], what: keyof Round): number =>
  median(rounds.map((round) => round[what]));

async function tellPlaces(pool: pg.Pool, print: Print): Promise<void> {
  const { rows } = await pool.query<{ line: string }>(
    `select format('  busiest place %s visits, %s places with a thousand or more; table %s, index by place %s',
       max(n), count(*) filter (where n >= 1000), pg_size_pretty(pg_table_size('visit')), pg_size_pretty(pg_table_size('visit_by_place'))) as line
     from (select count(*) as n from visit group by place_id) p`,
  );
  print(rows[0]?.line ?? '');
}

async function measured(connection: Connected, country: Country, print: Print): Promise<Measured> {
  const step = Math.floor(casesIn(country) / CASES);
  const cases = Array.from({ length: CASES }, (_, index) => caseIdOf(1 + index * step));
  const some = everyOf(cases, PLAIN.every);
  const [mine, theirs] = [await connection.answers(OURS, some), await connection.answers(PLAIN, some)];
  const same = JSON.stringify(mine) === JSON.stringify(theirs);
  print(
    `  ${some.length} cases met ${mine.length} times; the plain statement says ${same ? 'the same' : 'SOMETHING ELSE'}`,
  );
  const [ours, plain]: [Round[], Round[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [one, other] = [await connection.round(OURS, cases), await connection.round(PLAIN, cases)];
    if (round === 0) continue; // warms the caches up
    ours.push(one);
    plain.push(other);
    const told = (of: Round): string =>
      `${of.p50.toFixed(2)} / ${of.p99.toFixed(2)} / ${of.together.toFixed(0)}`;
    print(`  round ${round}, ms (p50 / p99 / ${CASES} cases): ours ${told(one)}; plain SQL ${told(other)}`);
  }
  for (const [what, name] of Object.entries(NAMES) as [keyof Round, string][]) {
    const of = (rounds: readonly Round[]): readonly number[] => rounds.map((round) => round[what]);
    const ratio = median(perRound(of(plain), of(ours))).toFixed(1);
    print(
      `  ${name}: ours ${middle(ours, what).toFixed(2)} ms, plain ${middle(plain, what).toFixed(2)} ms; plain / ours in the median round ${ratio}`,
    );
  }
  return { ours, plain, same };
}
