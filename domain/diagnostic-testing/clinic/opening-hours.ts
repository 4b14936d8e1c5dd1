import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Times of the day in Seoul as `HH:MM`, `24:00` for its end. A weekday that is missing has no hours. */
export type Week = Readonly<Partial<Record<Weekday, Readonly<{ from: string; to: string }>>>>;
export type Span = Readonly<{ from: Instant; to: Instant }>;

const MILLISECONDS_A_DAY = 86_400_000;
/** 1970-01-01 was a Thursday. */
const THURSDAY = 3;

/** 운영시간: when a clinic is open, per weekday. */
export class OpeningHours {
  readonly week: Week;

  private constructor(week: Week) {
    this.week = week;
    Object.freeze(this);
  }

  /** @throws InvalidValue `clinic/hours-malformed`, `clinic/hours-end-before-start` */
  static of(week: Week): OpeningHours {
    if (Object.keys(week).some((name) => !(WEEKDAYS as readonly string[]).includes(name))) {
      throw new InvalidValue('clinic/hours-malformed');
    }
    const ordered = WEEKDAYS.flatMap((weekday) => {
      const hours = week[weekday];
      if (hours === undefined) return [];
      const { from, to } = hours;
      if (minuteOf(to) <= minuteOf(from))
        throw new InvalidValue('clinic/hours-end-before-start', { weekday });
      return [[weekday, Object.freeze({ from, to })] as const];
    });
    return new OpeningHours(Object.freeze(Object.fromEntries(ordered)));
  }

  /** From opening to closing on that day, if the clinic opens at all. */
  on(day: LocalDate): Span | undefined {
    const hours = this.week[weekdayOf(day)];
    if (hours === undefined) return undefined;
    const midnight = Instant.onDayInSeoul(day, 0);
    const at = (time: string) => midnight.plusHours(minuteOf(time) / 60);
    return { from: at(hours.from), to: at(hours.to) };
  }

  /** The hours of that day, counted from opening; the last one may be shorter. */
  hoursOn(day: LocalDate): readonly Span[] {
    const open = this.on(day);
    const hours: Span[] = [];
    if (open === undefined) return hours;
    for (let { from } = open; from.isBefore(open.to); from = from.plusHours(1)) {
      const to = from.plusHours(1);
      hours.push({ from, to: to.isAfter(open.to) ? open.to : to });
    }
    return hours;
  }

  equals(other: OpeningHours): boolean {
    return WEEKDAYS.every(
      (weekday) =>
        this.week[weekday]?.from === other.week[weekday]?.from &&
        this.week[weekday]?.to === other.week[weekday]?.to,
    );
  }
}

function minuteOf(time: string): number {
  if (!/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new InvalidValue('clinic/hours-malformed');
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Noon in Seoul falls on the same day in UTC. */
function weekdayOf(day: LocalDate): Weekday {
  const days = Math.floor(day.epochMillisecondsInSeoulAt(12) / MILLISECONDS_A_DAY);
  return WEEKDAYS[(((days + THURSDAY) % 7) + 7) % 7] as Weekday;
}
