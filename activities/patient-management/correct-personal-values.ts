import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { LanguageTag } from '../../domain/patient-management/person/language-tag.ts';
import { Nationality } from '../../domain/patient-management/person/nationality.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import type { Language, Person, Sex } from '../../domain/patient-management/person/person.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type CorrectPersonalValuesInput = Request &
  Readonly<{
    personId: string;
    name?: string | undefined;
    birthDate?: string | undefined;
    sex?: Sex | undefined;
    phone?: string | undefined;
    nationality?: string | undefined;
    preferredLanguage?: string | undefined;
    language?: Language | undefined;
  }>;

/** Staff put right what was taken down wrongly, or has changed. What is not sent stays. */
export const correctPersonalValues =
  ({ people, clock }: Readonly<{ people: Repository<Person>; clock: Clock }>) =>
  async (input: CorrectPersonalValuesInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const corrections = {
      name: given(input.name, (text) => PersonName.of(text)),
      birthDate: given(input.birthDate, (text) => BirthDate.of(text, at.dateInSeoul())),
      sex: input.sex,
      phone: given(input.phone, (text) => PhoneNumber.of(text)),
      nationality: given(input.nationality, (code) => Nationality.of(code)),
      preferredLanguage: given(input.preferredLanguage, (tag) => LanguageTag.of(tag)),
      language: input.language,
    };
    return change(people, input.personId, input, (person) =>
      person.execute({ type: 'CorrectPersonalValues', corrections, by: input.by, at }),
    );
  };

const given = <Value>(text: string | undefined, of: (text: string) => Value): Value | undefined =>
  text === undefined ? undefined : of(text);
