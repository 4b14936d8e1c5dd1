import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** How likely two records are one human being: 0 to 1, to the thousandth. */
export class LikenessScore {
  readonly value: number;

  private constructor(value: number) {
    this.value = value;
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/likeness-score-impossible` */
  static of(value: number): LikenessScore {
    if (!(value >= 0 && value <= 1)) throw new InvalidValue('person/likeness-score-impossible');
    return new LikenessScore(Math.round(value * 1_000) / 1_000);
  }

  equals(other: LikenessScore): boolean {
    return this.value === other.value;
  }
}
