import { Address } from '../../domain/patient-management/person/address.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { LanguageTag } from '../../domain/patient-management/person/language-tag.ts';
import { Nationality } from '../../domain/patient-management/person/nationality.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import { Person, type Language, type Sex } from '../../domain/patient-management/person/person.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import type { District } from '../../domain/shared-kernel/district.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';

export type NewcomerValues = Readonly<{
  name: string;
  birthDate: string;
  sex: Sex;
  phone: string;
  language: Language;
  nationality?: string | undefined;
  preferredLanguage?: string | undefined;
  addressLines?: readonly string[] | undefined;
}>;

/** A person as they are told of, to be registered under an id. */
export function newcomer(told: NewcomerValues, district: District, by: By) {
  const { sex, language, nationality, preferredLanguage, addressLines } = told;
  const values = {
    name: PersonName.of(told.name),
    birthDate: BirthDate.of(told.birthDate, by.at.dateInSeoul()),
    phone: PhoneNumber.of(told.phone),
    ...(nationality === undefined ? {} : { nationality: Nationality.of(nationality) }),
    ...(preferredLanguage === undefined ? {} : { preferredLanguage: LanguageTag.of(preferredLanguage) }),
    ...(addressLines === undefined ? {} : { address: Address.of(district, addressLines) }),
  };
  const under = (id: string): Person => {
    const one = Person.unregistered(personId(id));
    one.execute({ type: 'RegisterPerson', ...values, sex, language, district, ...by });
    return one;
  };
  return { values, under };
}
