import type { Anchor } from './day-count.schema.ts';

/** A statement about the facts of a case or contact. Three-valued: true, false, or unknown while a fact is missing. */
export type Condition =
  | Readonly<{ all: readonly Condition[] }>
  | Readonly<{ any: readonly Condition[] }>
  | Readonly<{ not: Condition }>
  | FactCondition;

/**
 * Operators by the fact's type: truth `is`; number `equals`, `atLeast`, `atMost`; code `is`, `in`; codes `includes`; date
 * `before`, `onOrAfter`. `asOf`: a fact about vaccination as it stood on the day of an anchor, not today.
 */
export type FactCondition = Readonly<{
  fact: string;
  is?: boolean | string;
  in?: readonly string[];
  includes?: string;
  equals?: number;
  atLeast?: number;
  atMost?: number;
  before?: string;
  onOrAfter?: string;
  asOf?: Anchor;
}>;

export type FactType =
  | Readonly<{ type: 'truth' }>
  | Readonly<{ type: 'number' }>
  | Readonly<{ type: 'date' }>
  | Readonly<{ type: 'code'; values?: readonly string[] | undefined }>
  | Readonly<{ type: 'codes'; values?: readonly string[] | undefined }>;

export const SEVERITIES = ['asymptomatic', 'mild', 'moderate', 'severe', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SETTINGS = [
  'household',
  'workplace',
  'school',
  'healthCare',
  'vulnerableFacility',
  'venue',
  'transport',
  'other',
] as const;
export type ExposureSetting = (typeof SETTINGS)[number];
export const COURSES = ['symptomFree', 'improving', 'notImproved'] as const;
export type Course = (typeof COURSES)[number];

/** Facts that every history has. A document may declare further ones under `facts`. */
export const FACTS = {
  /** Had symptoms at any time. */
  symptomatic: { type: 'truth' },
  course: { type: 'code', values: COURSES },
  symptoms: { type: 'codes' },
  severity: { type: 'code', values: SEVERITIES },
  worstSeverity: { type: 'code', values: SEVERITIES },
  /** High-flow oxygen, ventilator, ECMO or CRRT at any time, or critical severity. */
  everCritical: { type: 'truth' },
  inPatient: { type: 'truth' },
  everInPatient: { type: 'truth' },
  age: { type: 'number' },
  doses: { type: 'number' },
  daysSinceLastDose: { type: 'number' },
  riskFactors: { type: 'codes' },
  hadDiseaseBefore: { type: 'truth' },
  confirmedOn: { type: 'date' },
  onsetOn: { type: 'date' },
  isolationStartedOn: { type: 'date' },
  daysSinceArrival: { type: 'number' },
  daysSinceLastContact: { type: 'number' },
  /** Of the exposures, any. */
  exposureSettings: { type: 'codes', values: SETTINGS },
  /** Of the latest exposure, and of all. */
  exposureGrade: { type: 'code' },
  exposureGrades: { type: 'codes' },
  arrival: { type: 'truth' },
  /** Every source case that is known of; and the one of the earliest exposure alone. */
  sourceCaseReleased: { type: 'truth' },
  firstSourceCaseReleased: { type: 'truth' },
  everTestedPositive: { type: 'truth' },
} as const satisfies Readonly<Record<string, FactType>>;
export type FactName = keyof typeof FACTS;

/** Facts of one exposure, for the definition of a contact. */
export const EXPOSURE_FACTS = {
  distanceMetres: { type: 'number' },
  minutes: { type: 'number' },
  setting: { type: 'code', values: SETTINGS },
  exposedMasked: { type: 'truth' },
  caseMasked: { type: 'truth' },
  caseSymptomatic: { type: 'truth' },
  caseCoughing: { type: 'truth' },
  faceToFace: { type: 'truth' },
  talking: { type: 'truth' },
  touched: { type: 'truth' },
  sameClosedSpace: { type: 'truth' },
  careWithoutProtection: { type: 'truth' },
} as const satisfies Readonly<Record<string, FactType>>;

/** Facts of a claim to living support, beside those of its case. */
export const SUPPORT_FACTS = {
  householdSize: { type: 'number' },
  isolatedPeople: { type: 'number' },
  isolatedDays: { type: 'number' },
  paidLeave: { type: 'truth' },
  rulesKept: { type: 'truth' },
  homeTreatment: { type: 'truth' },
  /** Income by health premium, percent of the median. */
  incomePercent: { type: 'number' },
  vaccinatedOrRecovered: { type: 'truth' },
} as const satisfies Readonly<Record<string, FactType>>;
