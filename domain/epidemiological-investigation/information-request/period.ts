import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

/** The calendar days whose records are asked for, both included. */
export class Period {
  readonly from: LocalDate;
  readonly to: LocalDate;

  private constructor(from: LocalDate, to: LocalDate) {
    this.from = from;
    this.to = to;
    Object.freeze(this);
  }

  /** @throws InvalidValue `period/ends-before-start` */
  static of(from: LocalDate, to: LocalDate): Period {
    if (to.isBefore(from)) throw new InvalidValue('period/ends-before-start');
    return new Period(from, to);
  }

  equals(other: Period): boolean {
    return this.from.equals(other.from) && this.to.equals(other.to);
  }
}
