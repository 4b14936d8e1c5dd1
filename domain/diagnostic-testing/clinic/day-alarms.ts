import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ClinicState, RosteredShift } from './clinic.state.ts';
import { servedOn } from './clinic.state.ts';
import { kitsPerDay, type CapacityShare, type KeepDays } from './counts.ts';
import { capacityAlarmsOf, capacityOf, coverOf, kitsLastFor } from './cover.ts';
import { OpeningHours } from './opening-hours.ts';

/** Why a clinic's day needs somebody. */
export const DAY_ALARMS = ['cover-needed', 'clinic-full', 'kits-low'] as const;
export type DayAlarm = (typeof DAY_ALARMS)[number];
/** From which share of the staffed capacity an hour counts as full; for how many days kits must last. */
export type AlarmLimits = Readonly<{ share: CapacityShare; kitsLastDays: KeepDays }>;

/** What a day needs now: hours that are over need nobody any more. */
export function dayAlarmsOf(
  state: ClinicState,
  date: LocalDate,
  at: Instant,
  { share, kitsLastDays }: AlarmLimits,
): readonly DayAlarm[] {
  const isAhead = aheadOf(at);
  const uncovered = uncoveredAhead(state, date, at).length > 0;
  const capacity = capacityOf(state, date).reduce((sum, hour) => sum + hour.capacityOfAllBooths, 0);
  const holds: Readonly<Record<DayAlarm, boolean>> = {
    'cover-needed': uncovered || coverOf(state, date).some(isAhead),
    'clinic-full': capacityAlarmsOf(state, date, share).length > 0,
    'kits-low': kitsLastFor(state, kitsPerDay(Math.max(1, capacity))) < kitsLastDays,
  };
  return DAY_ALARMS.filter((alarm) => holds[alarm]);
}

const aheadOf =
  (at: Instant) =>
  ({ to }: Readonly<{ to: string }>): boolean =>
    at.isBefore(Instant.of(to));
const uncoveredAhead = ({ shifts }: ClinicState, date: LocalDate, at: Instant): readonly RosteredShift[] =>
  shifts.filter(
    (shift) => shift.date === date.toString() && shift.workedBy === undefined && aheadOf(at)(shift),
  );

/**
 * When the newest need behind an alarm arose, where that is known: somebody who has dealt with an earlier one has not dealt
 * with this. Moments RFC 3339.
 */
export function newestNeedsOf(
  state: ClinicState,
  date: LocalDate,
  at: Instant,
  { share }: Pick<AlarmLimits, 'share'>,
): Readonly<Partial<Record<DayAlarm, string>>> {
  const uncovered = newest(
    uncoveredAhead(state, date, at).flatMap(({ uncoveredSince }) => uncoveredSince ?? []),
  );
  const full = newest(capacityAlarmsOf(state, date, share).map(({ from }) => from));
  return {
    ...(uncovered === undefined ? {} : { 'cover-needed': uncovered }),
    ...(full === undefined ? {} : { 'clinic-full': full }),
  };
}

const newest = (moments: readonly string[]): string | undefined =>
  moments
    .map((moment) => Instant.of(moment))
    .reduce<Instant | undefined>((last, one) => (last?.isAfter(one) === true ? last : one), undefined)
    ?.toString();

/** When to look at the day again: at the beginning of its next hour, or when it closes; nothing after that. */
export function nextLookOf({ facility }: ClinicState, date: LocalDate, at: Instant): Instant | undefined {
  if (facility === undefined) return undefined;
  const hours = OpeningHours.of(facility.openingHours).hoursOn(date);
  return hours.flatMap(({ from, to }) => [from, to]).find((moment) => moment.isAfter(at));
}

export type ClosingCount = Readonly<{ served: number; kitsUsed: number }>;

/** People tested against kits that went, on the latest day. One kit, one person. */
export function closingCountOf(state: ClinicState): ClosingCount {
  const { day, slips } = state;
  const moved = day !== undefined && slips?.date === day.date ? Object.values(slips.moved) : [];
  const kitsUsed = moved.reduce((sum, kits) => (kits < 0 ? sum - kits : sum), 0);
  return { served: servedOn(state), kitsUsed };
}
