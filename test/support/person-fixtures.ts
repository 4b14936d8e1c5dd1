import { Address } from '../../domain/patient-management/person/address.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { LegalBasis } from '../../domain/patient-management/person/legal-basis.ts';
import { LikenessScore } from '../../domain/patient-management/person/likeness-score.ts';
import { Person, type PersonCommand } from '../../domain/patient-management/person/person.ts';
import type { MergeReason, RegisterPerson } from '../../domain/patient-management/person/person.commands.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import type { Corrections } from '../../domain/patient-management/person/personal-values.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { householdId, personId, type HouseholdId, type PersonId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { day, PERSON } from './case-fixtures.ts';

const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const SURVIVOR = personId(id(21));
export const GUARDIAN = personId(id(22));
export const OTHER_GUARDIAN = personId(id(23));
export const HOUSEHOLD = householdId(id(31));
export const OTHER_HOUSEHOLD = householdId(id(32));
export const MINOR_UNDER = 19;

/** Noon in Seoul on 2026-03-04. */
const by = { by: 'officer', at: day(3) };
const today = LocalDate.of('2026-03-04');

export const aPerson = (): Person => Person.unregistered(PERSON);
export const bornOn = (text: string): BirthDate => BirthDate.of(text, today);
export const addressIn = (district: string, ...lines: readonly string[]): Address =>
  Address.of(District.of(district), lines);

export const registered = (more: Partial<RegisterPerson> = {}): PersonCommand => ({
  type: 'RegisterPerson',
  name: PersonName.of('홍길동'),
  birthDate: bornOn('2010-05-05'),
  sex: 'male',
  phone: PhoneNumber.of('010-1234-5678'),
  language: 'ko',
  district: District.of('11110'),
  ...by,
  ...more,
});
export const correctedTo = (
  corrections: Corrections & Readonly<{ language?: 'ko' | 'en' }>,
): PersonCommand => ({ type: 'CorrectPersonalValues', corrections, ...by });
export const movedTo = (district = '26110', ...lines: readonly string[]): PersonCommand => ({
  type: 'MoveTo',
  address: addressIn(district, ...(lines.length === 0 ? ['세종대로 209', '101동 1203호'] : lines)),
  ...by,
});
export const reachedBy = (channel: 'sms' | 'telephone' | 'app' | 'post' = 'telephone'): PersonCommand => ({
  type: 'ChangePreferredChannel',
  channel,
  ...by,
});
export const joined = (household: HouseholdId = HOUSEHOLD): PersonCommand => ({
  type: 'JoinHousehold',
  householdId: household,
  ...by,
});
export const left = (household: HouseholdId = HOUSEHOLD): PersonCommand => ({
  type: 'LeaveHousehold',
  householdId: household,
  ...by,
});
export const guardedBy = (guardianId: PersonId = GUARDIAN, minorUnderAge = MINOR_UNDER): PersonCommand => ({
  type: 'AppointGuardian',
  guardianId,
  minorUnderAge,
  ...by,
});
export const unguarded: PersonCommand = { type: 'RemoveGuardian', ...by };
export const byLikeness = (score: number): MergeReason => ({
  basis: 'likeness',
  score: LikenessScore.of(score),
});
export const mergedInto = (
  survivorId: PersonId = SURVIVOR,
  reason: MergeReason = { basis: 'officer' },
): PersonCommand => ({ type: 'MergeInto', survivorId, reason, ...by });
export const unmerged: PersonCommand = { type: 'UndoMerge', ...by };
export const erased = (code = 'pipa-21'): PersonCommand => ({
  type: 'ErasePerson',
  legalBasis: LegalBasis.of(code),
  ...by,
});

/** Every command but registration, on its own. */
export const EVERY: readonly PersonCommand[] = [
  correctedTo({ sex: 'female' }),
  movedTo(),
  reachedBy(),
  joined(),
  left(),
  guardedBy(),
  unguarded,
  mergedInto(),
  unmerged,
  erased(),
];
