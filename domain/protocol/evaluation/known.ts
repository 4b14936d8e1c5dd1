import { dayNumber, dayOf, momentOf } from '../../shared-kernel/calendar.ts';
import type { Course, ExposureSetting, Severity } from '../language/condition.ts';
import { SEVERITIES } from '../language/condition.ts';
import type { TestType } from '../language/release.schema.ts';
import type { History } from './history.schema.ts';

export type KnownReport = Readonly<{
  at: number;
  course: Course | undefined;
  symptoms: readonly string[] | undefined;
  temperatureCelsius: number | undefined;
  antipyretic: boolean;
  feverFreeForHours: number | undefined;
}>;
export type KnownTest = Readonly<{
  collectedAt: number;
  testType: TestType;
  purpose: 'diagnostic' | 'release' | 'quarantine';
  result: 'positive' | 'negative' | 'indeterminate';
  cycleThreshold: number | undefined;
}>;

export type KnownExposure = Readonly<{
  first: number;
  last: number;
  setting: ExposureSetting | undefined;
  grade: string | undefined;
  sourceReleasedAt: number | undefined;
}>;

/** A history as it stood at one moment: what is dated later is left out, the rest is in order. Moments in ms, days as numbers. */
export type Known = Readonly<{
  history: History;
  at: number;
  confirmedAt: number | undefined;
  specimenDay: number | undefined;
  symptomsEndedDay: number | undefined;
  isolationStartedDay: number | undefined;
  arrivedDay: number | undefined;
  exposures: readonly KnownExposure[] | undefined;
  onsetDay: number | undefined;
  symptomatic: boolean | undefined;
  reports: readonly KnownReport[] | undefined;
  tests: readonly KnownTest[] | undefined;
  doses: readonly number[] | undefined;
  severities: readonly Severity[] | undefined;
  everCritical: boolean | undefined;
  stays: readonly Readonly<{ from: number; until: number | undefined }>[] | undefined;
  judgedUntil: number | undefined;
  sourceCaseReleasedAt: number | undefined;
}>;

const WORST: Readonly<Record<Course, number>> = { symptomFree: 0, improving: 1, notImproved: 2 };
const RESULT: Readonly<Record<KnownTest['result'], number>> = { negative: 0, indeterminate: 1, positive: 2 };
const CRITICAL_CARE = ['highFlowOxygen', 'ventilator', 'ecmo', 'crrt'];

/** @throws InvalidValue for a day or moment that does not exist */
export function knownAt(history: History, at: number): Known {
  const today = dayOf(at);
  const reports = history.reports === undefined ? undefined : reportsUpTo(history.reports, at);
  const tests = history.tests
    ?.filter(({ collectedAt, resultedAt }) => momentOf(resultedAt ?? collectedAt) <= at)
    .map(({ collectedAt, testType, purpose, result, cycleThreshold }) => ({
      collectedAt: momentOf(collectedAt),
      testType,
      purpose,
      result,
      cycleThreshold,
    }))
    .filter(({ collectedAt }) => collectedAt <= at)
    .sort((one, other) => one.collectedAt - other.collectedAt || RESULT[one.result] - RESULT[other.result]);
  const severities = history.severities
    ?.map((one) => ({ at: momentOf(one.at), severity: one.severity }))
    .filter((one) => one.at <= at)
    .sort((one, other) => one.at - other.at || severityRank(one.severity) - severityRank(other.severity))
    .map(({ severity }) => severity);
  const treated = history.treatments?.some(
    (one) => CRITICAL_CARE.includes(one.treatment) && momentOf(one.at) <= at,
  );
  const exposures = history.exposures?.flatMap((one) => exposureUpTo(one, today));
  const onsetDay = dayUpTo(history.dateOfSymptomOnset, today);
  return {
    history,
    at,
    confirmedAt: upTo(history.confirmedAt, at),
    specimenDay: dayUpTo(history.specimenCollectedOn, today),
    symptomsEndedDay: dayUpTo(history.symptomsEndedOn, today),
    isolationStartedDay: dayUpTo(history.isolationStartedOn, today),
    arrivedDay: dayUpTo(history.arrivedOn, today),
    exposures,
    onsetDay,
    symptomatic: symptomatic(history, onsetDay, reports),
    reports,
    tests,
    doses: history.vaccinations
      ?.map(({ on }) => dayNumber(on))
      .filter((day) => day <= today)
      .sort((one, other) => one - other),
    severities,
    everCritical: either(treated, severities?.includes('critical')),
    stays: history.stays
      ?.map(({ from, until }) => ({ from: momentOf(from), until: upTo(until, at) }))
      .filter(({ from }) => from <= at)
      .sort((one, other) => one.from - other.from),
    judgedUntil: upTo(history.judgedUntil, at),
    sourceCaseReleasedAt: sourceCaseReleasedAt(exposures ?? [], at),
  };
}

const upTo = (text: string | undefined, at: number): number | undefined => {
  const moment = text === undefined ? undefined : momentOf(text);
  return moment !== undefined && moment <= at ? moment : undefined;
};

const dayUpTo = (text: string | undefined, today: number): number | undefined => {
  const day = text === undefined ? undefined : dayNumber(text);
  return day !== undefined && day <= today ? day : undefined;
};

function reportsUpTo(reports: NonNullable<History['reports']>, at: number): readonly KnownReport[] {
  const known: KnownReport[] = [];
  for (const one of reports) {
    const moment = momentOf(one.at);
    if (moment > at) continue;
    known.push({
      at: moment,
      course: one.course,
      symptoms: one.symptoms === undefined ? undefined : [...one.symptoms].sort(),
      temperatureCelsius: one.temperatureCelsius,
      antipyretic: one.antipyretic ?? false,
      feverFreeForHours: one.feverFreeForHours,
    });
  }
  return known.sort(byMoment);
}

const byMoment = (one: KnownReport, other: KnownReport): number =>
  one.at - other.at || courseRank(one.course) - courseRank(other.course) || byContents(one, other);

/** Reports of the same moment in an order that does not depend on how they arrived. */
const byContents = (one: unknown, other: unknown): number => {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return first < second ? -1 : first > second ? 1 : 0;
};

const courseRank = (course: Course | undefined): number => (course === undefined ? -1 : WORST[course]);
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** True wins, then false, then unknown: one list is enough to know that something happened. */
const either = (one: boolean | undefined, other: boolean | undefined): boolean | undefined =>
  one === true || other === true ? true : (one ?? other);

function symptomatic(
  history: History,
  onsetDay: number | undefined,
  reports: Known['reports'],
): boolean | undefined {
  if (onsetDay !== undefined || history.symptomatic === true) return true;
  const told = reports?.some(
    ({ course, symptoms }) =>
      course === 'improving' || course === 'notImproved' || (symptoms?.length ?? 0) > 0,
  );
  if (told === true) return true;
  return (
    history.symptomatic ??
    (reports?.some(({ course }) => course === 'symptomFree') === true ? false : undefined)
  );
}

/** An exposure that is still to come is left out; of one that goes on, the days so far. */
function exposureUpTo(one: NonNullable<History['exposures']>[number], today: number): KnownExposure[] {
  const last = dayNumber(one.lastContact);
  const first = Math.min(last, one.firstContact === undefined ? last : dayNumber(one.firstContact));
  if (first > today) return [];
  const { setting, grade, sourceCaseReleasedAt: released } = one;
  const sourceReleasedAt = released === undefined ? undefined : momentOf(released);
  return [{ first, last: Math.min(last, today), setting, grade, sourceReleasedAt }];
}

/** The moment since which every source case that is known of has been released. */
function sourceCaseReleasedAt(exposures: readonly KnownExposure[], at: number): number | undefined {
  if (exposures.length === 0) return undefined;
  const latest = Math.max(...exposures.map(({ sourceReleasedAt }) => sourceReleasedAt ?? Infinity));
  return latest <= at ? latest : undefined;
}
