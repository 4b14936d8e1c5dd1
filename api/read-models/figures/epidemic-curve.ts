import type pg from 'pg';
import { all } from '../statement.ts';
import { casesThere, counted, IS_CASE, IS_FOLLOWED, rowsOf, type Counting, type Scope } from './scope.ts';

/** `report`: the day on which the case was opened; of an episode that a list tells, that of its confirmation. */
export type CurveDay = 'onset' | 'report' | 'confirmation';
export type CurveStep = 'day' | 'week';
export type CaseClass = 'confirmed' | 'probable' | 'suspected';
type OfClass = Readonly<{ class: CaseClass; count: number }>;

export type CurveCounts = Counting &
  Readonly<{
    /** The days that are shown. */
    first: string;
    last: string;
    days: readonly (OfClass & Readonly<{ day: string }>)[];
    /** Not shown, because the day is not known or lies elsewhere. */
    others: readonly (OfClass & Readonly<{ day: 'unknown' | 'before' | 'after' }>)[];
    /** Of those reported lately with a known onset: how many, and in how many days nine of ten were reported. */
    lately: Readonly<{ n: number; days: number | null }>;
  }>;

const USUAL_DAYS = 28;
/** Reports of so many days say how long reporting takes now. */
const LATELY = 90;
const DAYS: Readonly<Record<CurveDay, string>> = {
  onset: 'c.onset_day',
  report: 'c.reported_day',
  confirmation: 'c.confirmed_day',
};

/** Cases by one of their days; all of those in scope are counted somewhere. */
export function epidemicCurve(pool: pg.Pool) {
  return (
    { from, to, ...scope }: Scope,
    { by, per }: Readonly<{ by: CurveDay; per: CurveStep }>,
  ): Promise<CurveCounts> =>
    counted(pool, (of) => {
      const cases = all(casesThere(scope, of), IS_CASE);
      const [first, last] = [`${of(from ?? null)}::date`, `${of(to ?? null)}::date`];
      return {
        before: `shown as materialized (
            select ${per === 'day' ? 'first, last' : `date_trunc('week', first)::date as first, date_trunc('week', last)::date + 6 as last`}
            from (select coalesce(${first}, coalesce(${last}, today) - ${USUAL_DAYS - 1}) as first, coalesce(${last}, greatest(today, ${first})) as last from clock) d),
          found as materialized (
            select ${DAYS[by]} as day, c.classification as class, count(*)::int as count from disease_case c where ${cases} group by 1, 2),
          lately as (
            select greatest(${DAYS.report} - c.onset_day, 0) as days from disease_case c
            where ${all(cases, IS_FOLLOWED)} and c.onset_day is not null and c.reported_day > (select today - ${LATELY} from clock))`,
        columns: `shown.first::text as first, shown.last::text as last,
          ${rowsOf(`select f.day::text as day, f.class, f.count from found f where f.day between shown.first and shown.last`)} as days,
          ${rowsOf(`select case when f.day is null then 'unknown' when f.day < shown.first then 'before' else 'after' end as day, f.class,
            sum(f.count)::int as count from found f where (f.day between shown.first and shown.last) is not true group by 1, 2`)} as others,
          (select json_build_object('n', count(*), 'days', percentile_disc(0.9) within group (order by days)) from lately) as lately`,
        from: 'shown',
      };
    });
}
