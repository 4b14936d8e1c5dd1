import { endOf, lastDayOf } from '../../shared-kernel/day-count.ts';
import type { AnchoredDayCount } from '../language/day-count.schema.ts';
import type { CaseReleaseRule } from '../language/protocol.schema.ts';
import type { ReleaseTrack } from '../language/release.schema.ts';
import { anchorDay, symptomFreeSince } from './anchors.ts';
import type { FactValue, Truth } from './conditions.ts';
import type { Known, KnownReport } from './known.ts';

/** What ends the wait, where a criterion is not met: time, a report, a test, another fact, or a change for the better. */
export type WaitsFor = 'time' | 'report' | 'test' | 'fact' | 'change';
export type CriterionName =
  'appliesIf' | 'minimum' | 'feverFreeHours' | 'symptomFreeHours' | 'course' | 'negatives' | 'requires';

/** One criterion of a track at a moment, with the facts that met or failed it. Moments in ms, days as numbers. */
export type Criterion = Readonly<{
  criterion: CriterionName;
  met: Truth;
  waitsFor: WaitsFor;
  facts: Facts;
  moments: Readonly<Record<string, number | undefined>> | undefined;
  days: Readonly<Record<string, number | undefined>> | undefined;
  /** Facts without which it cannot be judged. */
  missing: readonly string[];
}>;
type Facts = Readonly<Record<string, FactValue | undefined>>;
type Seen = Readonly<{ facts: Facts; moments?: Criterion['moments']; days?: Criterion['days'] }>;

const NONE: readonly string[] = [];

/** One shape for all: these objects are made by the million in a what-if. */
export const criterion = (
  name: CriterionName,
  met: Truth,
  waitsFor: WaitsFor,
  { facts, moments, days }: Seen,
  missing: readonly string[] = NONE,
): Criterion => ({ criterion: name, met, waitsFor, facts, moments, days, missing });

/** What a way out needs besides its tracks. */
export type Basis = Pick<CaseReleaseRule, 'feverAtCelsius' | 'reportIsFreshForHours'>;
export type Situation = Readonly<{ known: Known; at: number; turnsAt: number[] }>;

/** Whole milliseconds, whatever fraction of an hour was stated. */
export const hours = (count: number): number => Math.round(count * 3_600_000);

export function minimum(count: AnchoredDayCount, { known, at, turnsAt }: Situation): Criterion {
  const first = anchorDay(count.anchor, known);
  const countedFrom = first === undefined && count.orElse !== undefined ? count.orElse : count.anchor;
  const day = first ?? (count.orElse === undefined ? undefined : anchorDay(count.orElse, known));
  const facts = { anchor: countedFrom, anchorDayIs: count.anchorDayIs, endDay: count.endDay };
  if (day === undefined) return criterion('minimum', undefined, 'fact', { facts }, [count.anchor]);
  const endsAt = endOf(count, day);
  turnsAt.push(endsAt);
  const seen = { facts, moments: { endsAt }, days: { anchorDay: day, lastDay: lastDayOf(count, day) } };
  return criterion('minimum', at >= endsAt, 'time', seen);
}

/** What a report says about fever. */
function fever(report: KnownReport, feverAtCelsius: number | undefined): boolean | undefined {
  if (report.symptoms?.includes('fever') === true) return true;
  if (report.temperatureCelsius !== undefined && feverAtCelsius !== undefined) {
    return report.temperatureCelsius >= feverAtCelsius;
  }
  if (
    report.symptoms !== undefined ||
    report.course === 'symptomFree' ||
    report.feverFreeForHours !== undefined
  ) {
    return false;
  }
  return undefined;
}

/** "No fever for so many hours": before that, nobody knows. Of several statements the one that is least favourable. */
const toldFreeSince = (reports: readonly KnownReport[]): number | undefined =>
  reports.reduce<number | undefined>(
    (since, { at, feverFreeForHours }) =>
      feverFreeForHours === undefined ? since : latestOf(since, at - hours(feverFreeForHours)),
    undefined,
  );

const latestOf = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

/**
 * No fever for so many hours: counted from the last sign of fever (or, where asked, the last fever reducer), with a report
 * without fever after it. Where no fever was ever reported, reports must cover the hours: one covers those that it speaks
 * of, and what follows.
 */
export function feverFree(track: ReleaseTrack, basis: Basis, { known, at, turnsAt }: Situation): Criterion {
  const wanted = hours(track.feverFreeHours ?? 0);
  const reports = known.reports ?? [];
  const feverAt = reports.findLast((one) => isFever(one, track, basis))?.at;
  const clear = reports.filter(
    (one) => isClear(one, track, basis) && (feverAt === undefined || one.at > feverAt),
  );
  const since = latestOf(feverAt, toldFreeSince(reports));
  const endsAt = since === undefined ? undefined : since + wanted;
  const coveredFrom = clear.length === 0 ? undefined : (feverAt ?? Math.min(...clear.map(spokenFrom)));
  const coveredAt = coveredFrom === undefined ? undefined : coveredFrom + wanted;
  for (const moment of [endsAt, coveredAt]) if (moment !== undefined) turnsAt.push(moment);
  const clearAt = clear.at(-1)?.at;
  const seen = {
    facts: {
      feverFreeHours: track.feverFreeHours ?? 0,
      withoutAntipyretic: track.withoutAntipyretic ?? false,
    },
    moments: { lastFeverAt: feverAt, lastReportWithoutFeverAt: clearAt, endsAt },
  };
  if (endsAt !== undefined && at < endsAt) return criterion('feverFreeHours', false, 'time', seen);
  const isCovered = coveredAt !== undefined && at >= coveredAt;
  return isCovered && clearAt !== undefined && isFresh(clearAt, basis, at, turnsAt)
    ? criterion('feverFreeHours', true, 'time', seen)
    : criterion('feverFreeHours', undefined, 'report', seen, ['temperature']);
}

const isFever = (
  one: KnownReport,
  { withoutAntipyretic }: ReleaseTrack,
  { feverAtCelsius }: Basis,
): boolean => fever(one, feverAtCelsius) === true || (withoutAntipyretic === true && one.antipyretic);
const isClear = (one: KnownReport, track: ReleaseTrack, basis: Basis): boolean =>
  !isFever(one, track, basis) && fever(one, basis.feverAtCelsius) === false;
const spokenFrom = ({ at, feverFreeForHours }: KnownReport): number => at - hours(feverFreeForHours ?? 0);

export function courseOf(
  wanted: 'symptomFree' | 'improving',
  basis: Basis,
  { known, at, turnsAt }: Situation,
): Criterion {
  const latest = latestCourse(known);
  const seen = { facts: { wanted, course: latest?.course }, moments: { reportedAt: latest?.at } };
  const judged = latest !== undefined && known.judgedUntil !== undefined && latest.at <= known.judgedUntil;
  if (latest === undefined || judged || !isFresh(latest.at, basis, at, turnsAt)) {
    return criterion('course', undefined, 'report', seen, ['course']);
  }
  const met = latest.course === 'symptomFree' || (wanted === 'improving' && latest.course === 'improving');
  return criterion('course', met, 'change', seen);
}

const latestCourse = ({ reports }: Known): KnownReport | undefined =>
  reports?.findLast(({ course }) => course !== undefined);

export function symptomFree(wanted: number, basis: Basis, { known, at, turnsAt }: Situation): Criterion {
  const latest = latestCourse(known);
  const since = symptomFreeSince(known.reports);
  const endsAt = since === undefined ? undefined : since + hours(wanted);
  const seen = { facts: { symptomFreeHours: wanted }, moments: { since, endsAt } };
  if (latest === undefined || !isFresh(latest.at, basis, at, turnsAt)) {
    return criterion('symptomFreeHours', undefined, 'report', seen, ['course']);
  }
  if (endsAt === undefined) return criterion('symptomFreeHours', false, 'change', seen);
  turnsAt.push(endsAt);
  return criterion('symptomFreeHours', at >= endsAt, 'time', seen);
}

function isFresh(
  reportedAt: number,
  { reportIsFreshForHours }: Basis,
  at: number,
  turnsAt: number[],
): boolean {
  if (reportIsFreshForHours === undefined) return true;
  const staleAt = reportedAt + hours(reportIsFreshForHours) + 1;
  turnsAt.push(staleAt);
  return at < staleAt;
}
