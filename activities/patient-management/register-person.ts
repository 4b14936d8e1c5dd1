import { Address } from '../../domain/patient-management/person/address.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { LanguageTag } from '../../domain/patient-management/person/language-tag.ts';
import { Nationality } from '../../domain/patient-management/person/nationality.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import { Person, type Language, type Sex } from '../../domain/patient-management/person/person.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type RegisterPersonInput = Request &
  Readonly<{
    name: string;
    birthDate: string;
    sex: Sex;
    phone: string;
    language: Language;
    district: string;
    nationality?: string | undefined;
    preferredLanguage?: string | undefined;
    addressLines?: readonly string[] | undefined;
  }>;

type PersonUses = Readonly<{ people: Repository<Person>; clock: Clock; newId: () => string }>;

/** Somebody becomes known without a case of their own: a contact, a guardian, a member of a household. */
export const registerPerson =
  ({ people, clock, newId }: PersonUses) =>
  async (input: RegisterPersonInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const { nationality, preferredLanguage, addressLines } = input;
    const district = District.today(input.district);
    const person = Person.unregistered(personId(newId()));
    person.execute({
      type: 'RegisterPerson',
      name: PersonName.of(input.name),
      birthDate: BirthDate.of(input.birthDate, at.dateInSeoul()),
      sex: input.sex,
      phone: PhoneNumber.of(input.phone),
      language: input.language,
      district,
      ...(nationality === undefined ? {} : { nationality: Nationality.of(nationality) }),
      ...(preferredLanguage === undefined ? {} : { preferredLanguage: LanguageTag.of(preferredLanguage) }),
      ...(addressLines === undefined ? {} : { address: Address.of(district, addressLines) }),
      by: input.by,
      at,
    });
    return create(people, person, input);
  };
