import type { PhoneNumber } from '../../shared-kernel/phone-number.ts';
import type { BirthDate } from './birth-date.ts';
import type { LanguageTag } from './language-tag.ts';
import type { Nationality } from './nationality.ts';
import type { PersonName } from './person-name.ts';

export type Sex = 'female' | 'male' | 'unknown';

/** Personal values. They live in the person's own row only: never in an event, a message or a log. */
export type PersonalValues = Readonly<{
  name: string;
  birthDate: string;
  sex: Sex;
  phone: string;
  nationality?: string;
  preferredLanguage?: string;
  addressLines?: readonly string[];
}>;

export type Corrections = Readonly<{
  name?: PersonName | undefined;
  birthDate?: BirthDate | undefined;
  sex?: Sex | undefined;
  phone?: PhoneNumber | undefined;
  nationality?: Nationality | undefined;
  preferredLanguage?: LanguageTag | undefined;
}>;

export const CORRECTABLE = [
  'name',
  'birthDate',
  'sex',
  'phone',
  'nationality',
  'preferredLanguage',
] as const satisfies readonly (keyof PersonalValues & keyof Corrections)[];
export type CorrectableField = (typeof CORRECTABLE)[number];

/** The values after the corrections, and the names of those that differ from before. */
export function corrected(
  before: PersonalValues,
  corrections: Corrections,
): Readonly<{ personal: PersonalValues; fields: readonly CorrectableField[] }> {
  const texts = textsOf(corrections);
  const fields = CORRECTABLE.filter((field) => texts[field] !== undefined && texts[field] !== before[field]);
  const changes = Object.fromEntries(fields.map((field) => [field, texts[field]]));
  return { personal: { ...before, ...changes }, fields };
}

function textsOf({ name, birthDate, sex, phone, nationality, preferredLanguage }: Corrections) {
  return {
    name: name?.value,
    birthDate: birthDate?.day.toString(),
    sex,
    phone: phone?.e164,
    nationality: nationality?.code,
    preferredLanguage: preferredLanguage?.tag,
  };
}
