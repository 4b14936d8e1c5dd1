import type { CaseClass, CurveCounts, CurveDay, CurveStep } from '../read-models/figures/epidemic-curve.ts';
import { groupedBy, totalOf } from './groups.ts';
import { everyDay, isoWeek, mondayOf, plusDays, sundayOf } from './days.ts';

type OfClasses = Readonly<Record<CaseClass | 'cases', number>>;
export type CurvePoint = OfClasses &
  Readonly<{ from: string; to: string; week: string; incomplete: boolean }>;

const CLASSES: readonly CaseClass[] = ['confirmed', 'probable', 'suspected'];
/** Where fewer were reported lately, their delays say nothing. */
const ENOUGH = 10;
const USUAL_DELAY = 7;

function classesOf(counted: readonly Readonly<{ class: CaseClass; count: number }>[]): OfClasses {
  const of = (name: CaseClass): number => totalOf(counted.filter((one) => one.class === name));
  const [confirmed = 0, probable = 0, suspected = 0] = CLASSES.map(of);
  return { confirmed, probable, suspected, cases: confirmed + probable + suspected };
}

/** Days after the onset by which nine cases in ten are reported; today never is complete. */
export function reportingDelay({ lately: { n, days } }: Pick<CurveCounts, 'lately'>) {
  const measured = n >= ENOUGH && days !== null;
  return { n, days: measured ? days : USUAL_DELAY, measured };
}

/** Every day or week from the first to the last, and what is not on the curve. */
export function curveOf(counts: CurveCounts, { by, per }: Readonly<{ by: CurveDay; per: CurveStep }>) {
  const { today, first, last, days, others } = counts;
  const delay = by === 'onset' ? reportingDelay(counts) : null;
  const incompleteFrom = plusDays(today, -(delay?.days ?? 0));
  const step = (day: string): string => (per === 'day' ? day : mondayOf(day));
  const bySteps = groupedBy(days, ({ day }) => step(day));
  const points = [...new Set(everyDay(first, last).map(step))].map((from): CurvePoint => {
    const to = per === 'day' ? from : sundayOf(from);
    return {
      ...{ from, to, week: isoWeek(from) },
      ...classesOf(bySteps.get(from) ?? []),
      incomplete: to >= incompleteFrom,
    };
  });
  const those = (where: string): OfClasses => classesOf(others.filter(({ day }) => day === where));
  const [unknown, before, after] = [those('unknown'), those('before'), those('after')];
  return {
    total: [...points, unknown, before, after].reduce((sum, { cases }) => sum + cases, 0),
    points,
    ...{ unknown, before, after },
    incompleteFrom,
    reportingDelay: delay,
  };
}
