import { Temporal } from 'temporal-polyfill';
import { InvalidValue } from './domain-error.ts';
import { LocalDate } from './local-date.ts';
import { SEOUL } from './seoul.ts';

/** A moment on the time line, millisecond precision. Text form: RFC 3339 in UTC. */
export class Instant {
  readonly epochMilliseconds: number;

  private constructor(epochMilliseconds: number) {
    this.epochMilliseconds = epochMilliseconds;
    Object.freeze(this);
  }

  /** @throws InvalidValue `instant/malformed` unless the text is RFC 3339 with an offset */
  static of(text: string): Instant {
    try {
      return new Instant(Temporal.Instant.from(text).epochMilliseconds);
    } catch {
      throw new InvalidValue('instant/malformed');
    }
  }

  static ofEpochMilliseconds(value: number): Instant {
    if (!Number.isSafeInteger(value)) throw new InvalidValue('instant/malformed');
    return new Instant(value);
  }

  static onDayInSeoul(day: LocalDate, hour: number): Instant {
    return new Instant(day.epochMillisecondsInSeoulAt(hour));
  }

  /** The last moment that still is of that day. */
  static atEndOfDayInSeoul(day: LocalDate): Instant {
    return new Instant(day.plusDays(1).epochMillisecondsInSeoulAt(0) - 1);
  }

  plusHours(hours: number): Instant {
    return new Instant(this.epochMilliseconds + Math.round(hours * 3_600_000));
  }

  isBefore(other: Instant): boolean {
    return this.epochMilliseconds < other.epochMilliseconds;
  }

  isAfter(other: Instant): boolean {
    return this.epochMilliseconds > other.epochMilliseconds;
  }

  equals(other: Instant): boolean {
    return this.epochMilliseconds === other.epochMilliseconds;
  }

  /** The calendar day on which this moment falls in Korea. */
  dateInSeoul(): LocalDate {
    return LocalDate.of(this.#inSeoul().toPlainDate().toString());
  }

  /** The time of that day, `HH:MM`. */
  timeInSeoul(): string {
    return this.#inSeoul().toPlainTime().toString({ smallestUnit: 'minute' });
  }

  #inSeoul(): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(this.epochMilliseconds).toZonedDateTimeISO(SEOUL);
  }

  toString(): string {
    return Temporal.Instant.fromEpochMilliseconds(this.epochMilliseconds).toString();
  }
}
