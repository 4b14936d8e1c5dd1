import type { District } from '../../shared-kernel/district.ts';
import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 주소: the district, and 1 to 5 lines of 1 to 200 characters below it, as one writes them on a letter. */
export class Address {
  readonly district: District;
  readonly lines: readonly string[];

  private constructor(district: District, lines: readonly string[]) {
    this.district = district;
    this.lines = Object.freeze([...lines]);
    Object.freeze(this);
  }

  /** @throws InvalidValue `person/address-malformed` */
  static of(district: District, lines: readonly string[]): Address {
    const tidy = lines.map((line) => line.normalize('NFC').trim().replace(/\s+/gu, ' '));
    if (tidy.length < 1 || tidy.length > 5 || tidy.some(isNoLine)) {
      throw new InvalidValue('person/address-malformed');
    }
    return new Address(district, tidy);
  }

  equals(other: Address): boolean {
    return this.district.equals(other.district) && sameLines(this.lines, other.lines);
  }
}

export const sameLines = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  one.length === other?.length && one.every((line, index) => line === other[index]);

const isNoLine = (line: string): boolean =>
  line === '' || [...line].length > 200 || /[\p{Cc}\p{Cs}]/u.test(line);
