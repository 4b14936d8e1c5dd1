import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/**
 * The code of the provision under which personal values are erased, for example `pipa-21`: a word, then words or
 * numbers, at most 40 characters. It stands in an event, so it is a code and never free text.
 */
export class LegalBasis {
  readonly code: string;

  private constructor(code: string) {
    this.code = code;
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/legal-basis-malformed` */
  static of(code: string): LegalBasis {
    if (code.length > 40 || !/^[a-z]+(?:-(?:[a-z]+|\d{1,4}))*$/.test(code)) {
      throw new InvalidValue('person/legal-basis-malformed');
    }
    return new LegalBasis(code);
  }

  equals(other: LegalBasis): boolean {
    return this.code === other.code;
  }
}
