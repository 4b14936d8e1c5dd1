import pg from 'pg';
import { CO_VISITORS, coVisitorsIn } from '../../../activities/adapters/postgres/co-visitors.pg.ts';
import type { CoVisitor } from '../../../activities/ports/contact-lookups.ts';
import { goal, median, perRound } from '../measure.ts';
import { PLAIN_CO_VISITORS } from './plain-co-visitors.ts';
import { caseIdOf, casesIn, fillVisits, visitsIn, type Country } from './visits.ts';

const ROUNDS = 5;
const ONE_BY_ONE = 300;
const AT_ONCE = 1_000;
/** Of the plain statement, which takes minutes for them all: every tenth; its time is told for all. */
const PLAIN_EVERY = 10;
const GOALS = { p99: 5, many: 1_500, growth: 1.5 };
/** The growth is from the first to each of the others: four times the days, and four times the places. */
const COUNTRIES: readonly (Country & Readonly<{ name: string }>)[] = [
  { name: '7 days, 50,000 places', days: 7, regions: 1 },
  { name: '28 days, 50,000 places', days: 28, regions: 1 },
  { name: '7 days, 200,000 places', days: 7, regions: 4 },
];

type Statement = Readonly<{ name: string; text: string }>;
const OURS: Statement = { name: 'ours', text: CO_VISITORS };
const PLAIN: Statement = { name: 'plain', text: PLAIN_CO_VISITORS };
type Round = Readonly<{ p50: number; p99: number; many: number }>;
type Measured = Readonly<{ ours: readonly Round[]; plain: readonly Round[]; same: boolean }>;

/** Who was where at the same time as one case, and as 1,000: what staff ask, against the plain statement in the same round. */
export async function tracing(databaseUrl: string, print: (line: string) => void): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined); // the server may go before its connections
  const all: Measured[] = [];
  for (const country of COUNTRIES) {
    const begun = performance.now();
    await fillVisits(pool, country);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    print(
      `\nTracing: ${visitsIn(country)} visits of ${casesIn(country)} cases, ${country.name}; made in ${seconds} s`,
    );
    await placesOf(pool, print);
    all.push(await measured(pool, country, print));
  }
  await pool.end();
  const [first, ...grown] = all;
  const main = grown[0];
  if (first === undefined || main === undefined) throw new Error('nothing was measured');
  const p99 = middle(main.ours, 'p99');
  const many = middle(main.ours, 'many');
  print(
    `\n  ${goal(`one case at 5 million visits, p99 in ms (median of ${ROUNDS} rounds), goal ≤ ${GOALS.p99}`, p99, p99 <= GOALS.p99)}`,
  );
  print(`  ${goal(`${AT_ONCE} cases in ms, goal ≤ ${GOALS.many}`, many, many <= GOALS.many)}`);
  grown.forEach((country, index) => {
    for (const what of ['p50', 'many'] as const) {
      const growth = middle(country.ours, what) / middle(first.ours, what);
      const plain = middle(country.plain, what) / middle(first.plain, what);
      const words = `growth of ${what === 'p50' ? 'one case' : `${AT_ONCE} cases`} by four times the ${index === 0 ? 'days' : 'places'} (plain SQL ${plain.toFixed(2)}), goal ≤ ${GOALS.growth}`;
      print(`  ${goal(words, growth, growth <= GOALS.growth)}`);
    }
  });
  return all.every(({ same }) => same);
}

const middle = (rounds: readonly Round[], what: keyof Round): number =>
  median(rounds.map((round) => round[what]));

async function placesOf(pool: pg.Pool, print: (line: string) => void): Promise<void> {
  const { rows } = await pool.query<{ line: string }>(
    `select format('  busiest place %s visits, %s places with a thousand or more; table %s, index by place %s',
       max(n), count(*) filter (where n >= 1000), pg_size_pretty(pg_table_size('visit')), pg_size_pretty(pg_table_size('visit_by_place'))) as line
     from (select count(*) as n from visit group by place_id) p`,
  );
  print(rows[0]?.line ?? '');
}

async function measured(pool: pg.Pool, country: Country, print: (line: string) => void): Promise<Measured> {
  const step = Math.floor(casesIn(country) / AT_ONCE);
  const cases = Array.from({ length: AT_ONCE }, (_, index) => caseIdOf(1 + index * step));
  const some = cases.filter((_, index) => index % PLAIN_EVERY === 0);
  const [mine, theirs] = [await answers(pool, OURS, some), await answers(pool, PLAIN, some)];
  const same = JSON.stringify(mine) === JSON.stringify(theirs);
  print(
    `  ${some.length} cases met ${mine.length} times; the plain statement says ${same ? 'the same' : 'SOMETHING ELSE'}`,
  );
  const [ours, plain]: [Round[], Round[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await roundOf(pool, OURS, cases, cases);
    const other = await roundOf(pool, PLAIN, cases, some);
    if (round === 0) continue; // warms the caches up
    ours.push(one);
    plain.push(other);
    print(`  round ${round}: ours ${words(one)}; plain SQL ${words(other)}`);
  }
  for (const what of ['p50', 'p99', 'many'] as const) {
    const ratios = perRound(
      plain.map((one) => one[what]),
      ours.map((one) => one[what]),
    );
    const name = what === 'many' ? `${AT_ONCE} cases` : `one case, ${what}`;
    print(
      `  ${name}: ours ${middle(ours, what).toFixed(2)} ms, plain ${middle(plain, what).toFixed(2)} ms; plain / ours per round ${median(ratios).toFixed(2)}`,
    );
  }
  return { ours, plain, same };
}

const words = ({ p50, p99, many }: Round): string =>
  `${p50.toFixed(2)} / ${p99.toFixed(2)} / ${many.toFixed(0)} ms (p50, p99, ${AT_ONCE})`;

const answers = async (
  pool: pg.Pool,
  { name, text }: Statement,
  cases: readonly string[],
): Promise<readonly unknown[]> => {
  const open = cases.map(() => null);
  return coVisitorsIn((await pool.query<CoVisitor>({ name, text, values: [cases, open, open] })).rows);
};

async function roundOf(
  pool: pg.Pool,
  statement: Statement,
  cases: readonly string[],
  together: readonly string[],
): Promise<Round> {
  const each: number[] = [];
  for (const one of cases.slice(0, ONE_BY_ONE)) {
    const begun = performance.now();
    await answers(pool, statement, [one]);
    each.push(performance.now() - begun);
  }
  each.sort((one, other) => one - other);
  const at = (share: number): number => each[Math.ceil(each.length * share) - 1] ?? Number.NaN;
  const begun = performance.now();
  await answers(pool, statement, together);
  const many = (performance.now() - begun) * (cases.length / together.length);
  return { p50: at(0.5), p99: at(0.99), many };
}
