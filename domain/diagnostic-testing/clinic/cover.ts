import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ClinicState } from './clinic.state.ts';
import type { CapacityShare, KitsPerDay } from './counts.ts';
import { OpeningHours, type Span } from './opening-hours.ts';

/** Times are RFC 3339. */
export type HourCapacity = Readonly<{
  from: string;
  to: string;
  boothsWithTester: number;
  /** People that the booths with a tester can test in this hour. */
  capacity: number;
  capacityOfAllBooths: number;
}>;
export type Gap = Readonly<{ from: string; to: string; boothsWithoutTester: number }>;
export type CapacityAlarm = Readonly<{ from: string; tested: number; capacity: number }>;

const MILLISECONDS_AN_HOUR = 3_600_000;

/** What each opening hour of a day can do. A booth counts where a tester stands at it for the whole hour. */
export function capacityOf(state: ClinicState, date: LocalDate): readonly HourCapacity[] {
  const { facility } = state;
  if (facility === undefined) return [];
  const { openingHours, booths, capacityPerBoothHour } = facility;
  const testers = testersOf(state);
  return OpeningHours.of(openingHours)
    .hoursOn(date)
    .map((hour) => {
      const boothsWithTester = Math.min(booths, fewestIn(hour, testers));
      const share = (millisecondsOf(hour.to) - millisecondsOf(hour.from)) / MILLISECONDS_AN_HOUR;
      const peopleAt = (staffed: number) => Math.floor(staffed * capacityPerBoothHour * share);
      return {
        from: hour.from.toString(),
        to: hour.to.toString(),
        boothsWithTester,
        capacity: peopleAt(boothsWithTester),
        capacityOfAllBooths: peopleAt(booths),
      };
    });
}

/** The opening hours of a day in which a booth stands without a tester. */
export function coverOf(state: ClinicState, date: LocalDate): readonly Gap[] {
  const booths = state.facility?.booths ?? 0;
  return capacityOf(state, date)
    .filter(({ boothsWithTester }) => boothsWithTester < booths)
    .map(({ from, to, boothsWithTester }) => ({ from, to, boothsWithoutTester: booths - boothsWithTester }));
}

/** The hours of the latest day in which at least that share of the staffed capacity was used. */
export function capacityAlarmsOf(
  state: ClinicState,
  date: LocalDate,
  share: CapacityShare,
): readonly CapacityAlarm[] {
  if (state.day?.date !== date.toString()) return [];
  const { tested: perHour } = state.day;
  return capacityOf(state, date).flatMap(({ from, capacity }) => {
    const tested = perHour[from] ?? 0;
    return tested > 0 && tested >= capacity * share ? [{ from, tested, capacity }] : [];
  });
}

/** Whole days for which the stock is enough. */
export function kitsLastFor({ kitsInStock }: ClinicState, perDay: KitsPerDay): number {
  return Math.floor(kitsInStock / perDay);
}

function testersOf({ shifts }: ClinicState): readonly Span[] {
  return shifts
    .filter(({ role, workedBy }) => role === 'tester' && workedBy !== undefined)
    .map(({ from, to }) => ({ from: Instant.of(from), to: Instant.of(to) }));
}

/** The least number of testers present at any moment of an hour: it can fall only when a shift ends. */
function fewestIn(hour: Span, testers: readonly Span[]): number {
  const moments = [hour.from, ...testers.map(({ to }) => to)].filter(
    (moment) => !moment.isBefore(hour.from) && moment.isBefore(hour.to),
  );
  const presentAt = (moment: Instant) =>
    testers.filter(({ from, to }) => !from.isAfter(moment) && moment.isBefore(to)).length;
  return Math.min(...moments.map(presentAt));
}

const millisecondsOf = (moment: Instant): number => moment.epochMilliseconds;
