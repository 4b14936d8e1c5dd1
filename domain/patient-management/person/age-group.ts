import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 연령대: ten completed years, as lists tell them: `0s`, `50s`, `100s`. */
export class AgeGroup {
  readonly code: string;

  private constructor(code: string) {
    this.code = code;
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/age-group-unknown` */
  static of(text: string): AgeGroup {
    if (!/^(?:0|[1-9]0|1[0-2]0)s$/.test(text)) throw new InvalidValue('person/age-group-unknown');
    return new AgeGroup(text);
  }

  equals(other: AgeGroup): boolean {
    return this.code === other.code;
  }
}
