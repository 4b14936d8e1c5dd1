import { InvalidValue } from './domain-error.ts';
import { isKnownDistrict, presentCode } from './districts/districts.ts';

/** Korea's administrative code of a city, county or district (시군구): five digits, for example 11110. */
export class District {
  readonly code: string;

  private constructor(code: string) {
    this.code = code;
    Object.freeze(this);
  }

  /**
   * What somebody names: a district of today, or one whose code was replaced since 2020.
   * @throws InvalidValue `district/malformed`, `district/unknown`
   */
  static of(code: string): District {
    const district = District.recorded(code);
    if (!isKnownDistrict(code)) throw new InvalidValue('district/unknown');
    return district;
  }

  /**
   * The same as it is called today: what begins now belongs to who is responsible now. One that was split stays.
   * @throws InvalidValue `district/malformed`, `district/unknown`
   */
  static today(code: string): District {
    return new District(presentCode(District.of(code).code));
  }

  /**
   * What a record of ours holds: the headquarters' own too, and what was taken before codes were looked up.
   * @throws InvalidValue `district/malformed`
   */
  static recorded(code: string): District {
    if (!/^\d{5}$/.test(code)) throw new InvalidValue('district/malformed');
    return new District(code);
  }

  equals(other: District): boolean {
    return this.code === other.code;
  }
}
