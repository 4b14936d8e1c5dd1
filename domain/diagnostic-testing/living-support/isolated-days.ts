import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 격리일수: calendar days in isolation, at least 1. */
export class IsolatedDays {
  readonly days: number;

  private constructor(days: number) {
    this.days = days;
    Object.freeze(this);
  }

  /** @throws InvalidValue `isolated-days/impossible` */
  static of(days: number): IsolatedDays {
    if (!Number.isSafeInteger(days) || days < 1) throw new InvalidValue('isolated-days/impossible');
    return new IsolatedDays(days);
  }

  equals(other: IsolatedDays): boolean {
    return this.days === other.days;
  }
}
