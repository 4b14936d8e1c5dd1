import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

/** So many calendar days that the law or the protocol leaves, counted from the day after. */
export class TimeLimit {
  readonly days: number;

  private constructor(days: number) {
    this.days = days;
    Object.freeze(this);
  }

  /** @throws InvalidValue `information-request/time-limit-impossible` unless it is a whole number, not below zero */
  static ofDays(days: number): TimeLimit {
    if (!Number.isInteger(days) || days < 0 || days > 36_500) {
      throw new InvalidValue('information-request/time-limit-impossible');
    }
    return new TimeLimit(days);
  }

  /** The last day within the limit. */
  from(day: LocalDate): LocalDate {
    return day.plusDays(this.days);
  }

  equals(other: TimeLimit): boolean {
    return this.days === other.days;
  }
}
