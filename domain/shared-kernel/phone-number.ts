import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { InvalidValue } from './domain-error.ts';

/** A person's telephone, kept as E.164 (`+821012345678`). Numbers without a country are Korean. */
export class PhoneNumber {
  readonly e164: string;

  private constructor(e164: string) {
    this.e164 = e164;
    Object.freeze(this);
  }

  /** @throws InvalidValue `phone/not-a-persons-number` for service numbers and anything that is no telephone */
  static of(text: string): PhoneNumber {
    const parsed = parsePhoneNumberFromString(text, 'KR');
    if (parsed === undefined || !parsed.isValid()) throw new InvalidValue('phone/not-a-persons-number');
    return new PhoneNumber(parsed.number);
  }

  equals(other: PhoneNumber): boolean {
    return this.e164 === other.e164;
  }
}
