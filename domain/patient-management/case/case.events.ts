import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { TestResult } from '../../shared-kernel/test-result.ts';
import type { WithdrawalReason } from './case.commands.ts';
import type { Condition } from './release-criteria.ts';
import type { Course, ReportChannel, SymptomCode } from './symptom-report.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;

export type CaseOpened = Fact<
  'CaseOpened',
  { personId: string; district: string; openedAs: 'suspicion' | 'diagnosis'; specimenId?: string }
>;
/** 증상 발생. `entered` by a person, or `computed` as the day of the first report with symptoms. */
export type SymptomsOccurred = Fact<
  'SymptomsOccurred',
  { dateOfSymptomOnset?: string; basis: 'entered' | 'computed' }
>;
/** 코로나 확진됨 */
export type InfectionConfirmed = Fact<
  'InfectionConfirmed',
  { basis: 'diagnosis' } | { basis: 'test'; testId: string } | { basis: 'clinician'; taskId: string }
>;
export type InfectionRuledOut = Fact<
  'InfectionRuledOut',
  { basis: 'test'; testId: string } | { basis: 'clinician'; taskId: string }
>;
/** A diagnostic result was indeterminate: the suspicion stays open. */
export type DiagnosisLeftOpen = Fact<'DiagnosisLeftOpen', { testId: string }>;
/** 확진자 등록됨 */
export type ConfirmedCaseRegistered = Fact<'ConfirmedCaseRegistered', { registryNumber: string }>;
/** 재택 치료됨 */
export type HomeTreatmentStarted = Fact<'HomeTreatmentStarted'>;
export type HomeTreatmentEnded = Fact<'HomeTreatmentEnded', { because: HomeTreatmentEnd }>;
export type HomeTreatmentEnd = 'released' | 'hospital' | 'death' | 'withdrawn';
export type ReleaseCheckPlanned = Fact<
  'ReleaseCheckPlanned',
  { rule: string; round: number; dueAt: string; countedFrom: 'onset' | 'confirmed'; anchorDay: string }
>;
export type SymptomCheckRequested = Fact<
  'SymptomCheckRequested',
  { round: number; attempt: number; answerBy: string }
>;
export type SymptomsReported = Fact<
  'SymptomsReported',
  { course: Course; symptoms: readonly SymptomCode[]; temperatureCelsius?: number; channel: ReportChannel }
>;
/** n일 이후 무증상 (or improving) */
export type FoundFreeOfSymptoms = Fact<
  'FoundFreeOfSymptoms',
  { rule: string; round: number; course: Course; conditions: readonly Condition[] }
>;
/** n일 이후 유증상, 호전되지 않음 */
export type FoundSymptomaticNotImproved = Fact<
  'FoundSymptomaticNotImproved',
  { rule: string; round: number; next: 'retest' | 'clinician'; conditions: readonly Condition[] }
>;
/** PCR 검사 진행됨, for release: it feeds the release rule and never reclassifies. */
export type PcrTestPerformed = Fact<
  'PcrTestPerformed',
  { testId: string; result: TestResult; round: number; rule: string; nextCheckAt: string }
>;
export type ClinicianDecided = Fact<
  'ClinicianDecided',
  { taskId: string; decision: 'release' | 'keep'; rule: string; nextCheckAt?: string }
>;
/** 격리해제됨 */
export type ReleasedFromIsolation = Fact<'ReleasedFromIsolation', { because: 'criteria' | 'clinician' }>;
export type DeathReported = Fact<'DeathReported', { dateOfDeath: string }>;
export type TransferredToHospital = Fact<'TransferredToHospital'>;
export type ReturnedFromHospital = Fact<'ReturnedFromHospital'>;
export type DiagnosisWithdrawn = Fact<'DiagnosisWithdrawn', { reason: WithdrawalReason }>;

export type CaseEvent =
  | CaseOpened
  | SymptomsOccurred
  | InfectionConfirmed
  | InfectionRuledOut
  | DiagnosisLeftOpen
  | ConfirmedCaseRegistered
  | HomeTreatmentStarted
  | HomeTreatmentEnded
  | ReleaseCheckPlanned
  | SymptomCheckRequested
  | SymptomsReported
  | FoundFreeOfSymptoms
  | FoundSymptomaticNotImproved
  | PcrTestPerformed
  | ClinicianDecided
  | ReleasedFromIsolation
  | DeathReported
  | TransferredToHospital
  | ReturnedFromHospital
  | DiagnosisWithdrawn;
