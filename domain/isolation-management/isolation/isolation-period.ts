import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

/** The dates of an order: from 00:00 in Seoul of the first day to a moment, or until the criteria end it. */
export class IsolationPeriod {
  readonly startsOn: LocalDate;
  readonly endsAt: Instant | undefined;

  private constructor(startsOn: LocalDate, endsAt: Instant | undefined) {
    this.startsOn = startsOn;
    this.endsAt = endsAt;
    Object.freeze(this);
  }

  /** @throws InvalidValue `period/ends-before-start` when nothing lies between start and end */
  static of(startsOn: LocalDate, endsAt?: Instant): IsolationPeriod {
    if (endsAt !== undefined && !endsAt.isAfter(Instant.onDayInSeoul(startsOn, 0))) {
      throw new InvalidValue('period/ends-before-start');
    }
    return new IsolationPeriod(startsOn, endsAt);
  }

  /** The same first day, another end. */
  endingAt(endsAt: Instant): IsolationPeriod {
    return IsolationPeriod.of(this.startsOn, endsAt);
  }

  /** Whether the first day has come. */
  hasBegunAt(moment: Instant): boolean {
    return !moment.dateInSeoul().isBefore(this.startsOn);
  }

  /** Without an end of its own a period is over by the criteria, never by the calendar. */
  isOverAt(moment: Instant): boolean {
    return this.endsAt !== undefined && !moment.isBefore(this.endsAt);
  }

  equals(other: IsolationPeriod): boolean {
    return (
      this.startsOn.equals(other.startsOn) &&
      (this.endsAt === undefined || other.endsAt === undefined
        ? this.endsAt === other.endsAt
        : this.endsAt.equals(other.endsAt))
    );
  }
}
