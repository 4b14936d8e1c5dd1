import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 성명: 1 to 100 characters after trimming, in any script, normalised (NFC). */
export class PersonName {
  readonly value: string;

  private constructor(value: string) {
    this.value = value;
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/name-empty`, `person/name-too-long` */
  static of(text: string): PersonName {
    const value = text.normalize('NFC').trim().replace(/\s+/gu, ' ');
    if (value === '' || /[\p{Cc}\p{Cs}]/u.test(value)) throw new InvalidValue('person/name-empty');
    if ([...value].length > 100) throw new InvalidValue('person/name-too-long');
    return new PersonName(value);
  }

  equals(other: PersonName): boolean {
    return this.value === other.value;
  }
}
