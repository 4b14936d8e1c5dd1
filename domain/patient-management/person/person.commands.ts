import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { HouseholdId, PersonId } from '../../shared-kernel/id.ts';
import type { PhoneNumber } from '../../shared-kernel/phone-number.ts';
import type { Address } from './address.ts';
import type { AgeGroup } from './age-group.ts';
import type { BirthDate } from './birth-date.ts';
import type { LanguageTag } from './language-tag.ts';
import type { LegalBasis } from './legal-basis.ts';
import type { LikenessScore } from './likeness-score.ts';
import type { Nationality } from './nationality.ts';
import type { PersonName } from './person-name.ts';
import type { Language, PreferredChannel } from './person.state.ts';
import type { Corrections, Sex } from './personal-values.ts';

/** An address, where one is given, lies in the district. */
export type RegisterPerson = By &
  Readonly<{
    type: 'RegisterPerson';
    name: PersonName;
    birthDate: BirthDate;
    sex: Sex;
    phone: PhoneNumber;
    language: Language;
    district: District;
    nationality?: Nationality;
    preferredLanguage?: LanguageTag;
    address?: Address;
  }>;
/** 기록된 인물: known from a list only, which may tell neither who it was nor when they were born. */
export type RecordPerson = By &
  Readonly<{
    type: 'RecordPerson';
    name?: PersonName;
    birthDate?: BirthDate;
    /** Only where no birth date is told. */
    ageGroup?: AgeGroup;
    sex: Sex;
    phone?: PhoneNumber;
    language: Language;
    district: District;
  }>;
/** Any of them; what is not named stays. `language` is the one in which texts are sent. */
export type CorrectPersonalValues = By &
  Readonly<{
    type: 'CorrectPersonalValues';
    corrections: Corrections & Readonly<{ language?: Language | undefined }>;
  }>;
export type MoveTo = By & Readonly<{ type: 'MoveTo'; address: Address }>;
/** Known to live there now, and not yet where: an address in the old district holds no longer. */
export type MoveToDistrict = By & Readonly<{ type: 'MoveToDistrict'; district: District }>;
export type ChangePreferredChannel = By &
  Readonly<{ type: 'ChangePreferredChannel'; channel: PreferredChannel }>;

export type JoinHousehold = By & Readonly<{ type: 'JoinHousehold'; householdId: HouseholdId }>;
/** Names the household, so that a late request never takes somebody out of their next one. */
export type LeaveHousehold = By & Readonly<{ type: 'LeaveHousehold'; householdId: HouseholdId }>;

/** Somebody is a minor below `minorUnderAge` completed years. Another guardian takes the place of the present one. */
export type AppointGuardian = By &
  Readonly<{ type: 'AppointGuardian'; guardianId: PersonId; minorUnderAge: number }>;
export type RemoveGuardian = By & Readonly<{ type: 'RemoveGuardian' }>;

/** Why two records are held to be one human being: a candidate's score that a person accepted, or their own knowledge. */
export type MergeReason =
  Readonly<{ basis: 'officer' }> | Readonly<{ basis: 'likeness'; score: LikenessScore }>;
/** This record is a duplicate; the survivor stands for both from now on and is not changed by it. */
export type MergeInto = By & Readonly<{ type: 'MergeInto'; survivorId: PersonId; reason: MergeReason }>;
export type UndoMerge = By & Readonly<{ type: 'UndoMerge' }>;

/** The personal values go, for good; ids, codes and dates stay. */
export type ErasePerson = By & Readonly<{ type: 'ErasePerson'; legalBasis: LegalBasis }>;

export type PersonCommand =
  | RegisterPerson
  | RecordPerson
  | CorrectPersonalValues
  | MoveTo
  | MoveToDistrict
  | ChangePreferredChannel
  | JoinHousehold
  | LeaveHousehold
  | AppointGuardian
  | RemoveGuardian
  | MergeInto
  | UndoMerge
  | ErasePerson;
