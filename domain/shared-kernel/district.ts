import { InvalidValue } from './domain-error.ts';

/** Korea's administrative code of a city, county or district (시군구): five digits, for example 11110. */
export class District {
  readonly code: string;

  private constructor(code: string) {
    this.code = code;
    Object.freeze(this);
  }

  /** @throws InvalidValue `district/malformed` */
  static of(code: string): District {
    if (!/^\d{5}$/.test(code)) throw new InvalidValue('district/malformed');
    return new District(code);
  }

  equals(other: District): boolean {
    return this.code === other.code;
  }
}

/** The code that stands for no district: what no public health office is responsible for is the headquarters' own. */
export const HEADQUARTERS = '00000';
