import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';

/** 생년월일: an existing day, not before 1900 and not after the day on which it is told. */
export class BirthDate {
  readonly day: LocalDate;

  private constructor(day: LocalDate) {
    this.day = day;
    Object.freeze(this);
  }

  /** @throws InvalidValue `birth-date/malformed`, `birth-date/in-the-future` */
  static of(text: string, today: LocalDate): BirthDate {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-01-01')
      throw new InvalidValue('birth-date/malformed');
    const day = LocalDate.of(text);
    if (day.isAfter(today)) throw new InvalidValue('birth-date/in-the-future');
    return new BirthDate(day);
  }

  /**
   * Completed years (만 나이, Civil Act articles 158 and 160): one more from each birthday on. Somebody born on 29
   * February grows older on 1 March of a common year.
   */
  ageOn(today: LocalDate): number {
    const [born, now] = [this.day.toString(), today.toString()];
    const years = Number(now.slice(0, 4)) - Number(born.slice(0, 4));
    return now.slice(5) < born.slice(5) ? years - 1 : years;
  }

  equals(other: BirthDate): boolean {
    return this.day.equals(other.day);
  }
}
