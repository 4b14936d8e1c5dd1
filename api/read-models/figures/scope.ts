import type pg from 'pg';
import { inDistricts } from '../reach.ts';
import { all, statement, type Of } from '../statement.ts';
import { NOW } from '../sql-words.ts';

/** Of what is counted: districts and provinces (nothing where none is in reach), diseases, and days of Seoul, both ends. */
export type Scope = Readonly<{
  within: readonly string[];
  disease?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}>;
/** When it was counted, and the day that it was then in Seoul. */
export type Counting = Readonly<{ asOf: string; today: string }>;

/** One of these days. */
export const onDays = (day: string, { from, to }: Pick<Scope, 'from' | 'to'>, of: Of): string =>
  all(
    from === undefined ? undefined : `${day} >= ${of(from)}::date`,
    to === undefined ? undefined : `${day} <= ${of(to)}::date`,
  );

/** Cases in scope by the day of their report, whatever became of them. */
export const reportedCases = (scope: Scope, of: Of): string =>
  all(casesThere(scope, of), onDays('c.reported_day', scope, of));

/** The same of any day. */
export const casesThere = ({ within, disease }: Scope, of: Of): string =>
  all(
    inDistricts('c.district', within, of),
    disease === undefined ? undefined : `c.disease = any (${of(disease)}::text[])`,
  );

/** What turned out to be none, or was withdrawn, is no case. */
export const IS_CASE = `c.stage not in ('not-a-case', 'withdrawn') and c.classification <> 'notACase'`;
/** What a list tells of the past had no process here. */
export const IS_FOLLOWED = `c.stage <> 'recorded'`;
export const IS_CONFIRMED = `c.stage not in ('not-a-case', 'withdrawn') and c.classification = 'confirmed'`;

const CLOCK = `clock as materialized (
    select t.moment as "asOf", (t.moment::timestamptz at time zone 'Asia/Seoul')::date as today from (select ${NOW} as moment) t)`;

/** Rows of one statement as one value. */
export const rowsOf = (query: string): string => `(select coalesce(json_agg(r), '[]') from (${query}) r)`;

/** `columns` are shown beside when it was counted; `before` are further tables of the statement, one row of `from` is shown. */
export async function counted<Row>(
  pool: pg.Pool,
  write: (of: Of) => Readonly<{ columns: string; before?: string; from?: string }>,
): Promise<Row & Counting> {
  const { of, values } = statement();
  const { columns, before, from } = write(of);
  const { rows } = await pool.query<Row & Counting>({
    text: `with ${[CLOCK, ...(before === undefined ? [] : [before])].join(', ')}
      select clock."asOf", clock.today::text as today, ${columns} from ${['clock', ...(from === undefined ? [] : [from])].join(', ')}`,
    values,
  });
  const [row] = rows;
  if (row === undefined) throw new Error('the clock has no row: the database is not migrated');
  return row;
}
