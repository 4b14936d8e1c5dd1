import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { PhoneNumber } from '../../shared-kernel/phone-number.ts';
import { BirthDate } from './birth-date.ts';
import type { LanguageTag } from './language-tag.ts';
import type { Nationality } from './nationality.ts';
import type { PersonName } from './person-name.ts';

export type Sex = 'female' | 'male' | 'unknown';

/**
 * Personal values. They live in the person's own row only: never in an event, a message or a log. Of somebody known from a
 * list only, each may be missing but the sex; `ageGroup` stands where the list tells no more, until there is a birth date.
 */
export type PersonalValues = Readonly<{
  name?: string;
  birthDate?: string;
  ageGroup?: string;
  sex: Sex;
  phone?: string;
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
  const { ageGroup, ...others } = { ...before, ...changes };
  const isMoot = ageGroup === undefined || others.birthDate !== undefined;
  return { personal: { ...others, ...(isMoot ? {} : { ageGroup }) }, fields };
}

/** Completed years; nothing while nobody knows the day of birth. */
export const ageIn = ({ birthDate }: PersonalValues, today: LocalDate, on = today): number | undefined =>
  birthDate === undefined ? undefined : BirthDate.of(birthDate, today).ageOn(on);

const IDENTIFYING = ['name', 'birthDate', 'phone'] as const;
type Identifying = (typeof IDENTIFYING)[number];

/** What is not known of somebody who is to be told of, or to be a patient here. */
export const missingIn = (
  values: PersonalValues,
  needed: readonly Identifying[] = IDENTIFYING,
): readonly Identifying[] => needed.filter((name) => values[name] === undefined);

type Known<Name extends Identifying> = PersonalValues & Readonly<Record<Name, string>>;
/** With those of them for certain; nothing while one is not known. */
export const valuesWith = <Name extends Identifying>(
  values: PersonalValues,
  needed: readonly Name[],
): Known<Name> | undefined => (missingIn(values, needed).length > 0 ? undefined : (values as Known<Name>));

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
