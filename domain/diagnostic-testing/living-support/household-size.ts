import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 가구원 수: people in the household, at least 1. */
export class HouseholdSize {
  readonly people: number;

  private constructor(people: number) {
    this.people = people;
    Object.freeze(this);
  }

  /** @throws InvalidValue `household-size/impossible` */
  static of(people: number): HouseholdSize {
    if (!Number.isSafeInteger(people) || people < 1) throw new InvalidValue('household-size/impossible');
    return new HouseholdSize(people);
  }

  equals(other: HouseholdSize): boolean {
    return this.people === other.people;
  }
}
