import { Temporal } from 'temporal-polyfill';
import { InvalidValue } from './domain-error.ts';
import { SEOUL } from './seoul.ts';

/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export class LocalDate {
  readonly #day: Temporal.PlainDate;

  private constructor(day: Temporal.PlainDate) {
    this.#day = day;
    Object.freeze(this);
  }

  /** @throws InvalidValue `local-date/malformed` for anything but an existing day as `YYYY-MM-DD` */
  static of(text: string): LocalDate {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidValue('local-date/malformed');
    try {
      return new LocalDate(Temporal.PlainDate.from(text, { overflow: 'reject' }));
    } catch {
      throw new InvalidValue('local-date/malformed');
    }
  }

  plusDays(days: number): LocalDate {
    return new LocalDate(this.#day.add({ days }));
  }

  isBefore(other: LocalDate): boolean {
    return Temporal.PlainDate.compare(this.#day, other.#day) < 0;
  }

  isAfter(other: LocalDate): boolean {
    return Temporal.PlainDate.compare(this.#day, other.#day) > 0;
  }

  equals(other: LocalDate): boolean {
    return this.#day.equals(other.#day);
  }

  /** Epoch milliseconds of this day at the given hour (0 to 24) in Seoul; 24 is the next day's midnight. */
  epochMillisecondsInSeoulAt(hour: number): number {
    const day = hour === 24 ? this.#day.add({ days: 1 }) : this.#day;
    return day.toZonedDateTime({ timeZone: SEOUL, plainTime: { hour: hour % 24 } }).epochMilliseconds;
  }

  toString(): string {
    return this.#day.toString();
  }
}
