import type { ReleaseCheckRule } from '../../protocol/release-check.rule.ts';
import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { PersonId, TaskId, TestId } from '../../shared-kernel/id.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { SpecimenId } from '../../shared-kernel/specimen-id.ts';
import type { TestResult } from '../../shared-kernel/test-result.ts';
import type { SymptomReport } from './symptom-report.ts';

type Opening = By &
  Readonly<{
    personId: PersonId;
    district: District;
    symptomatic: boolean;
    dateOfSymptomOnset?: LocalDate;
  }>;

export type ReportSuspicion = Opening & Readonly<{ type: 'ReportSuspicion'; specimenId?: SpecimenId }>;
/** 코로나 진단: a clinic's own diagnosis opens a confirmed case. */
export type DiagnoseInfection = Opening & Readonly<{ type: 'DiagnoseInfection' }>;

/** A diagnostic test says what the suspicion comes to. */
export type RecordDiagnosticResult = By &
  Readonly<{ type: 'RecordDiagnosticResult'; testId: TestId; result: TestResult }>;
/** Repeated tests stayed indeterminate: a clinician settles what the suspicion comes to. */
export type SettleDiagnosis = By &
  Readonly<{ type: 'SettleDiagnosis'; taskId: TaskId; decision: 'confirm' | 'ruleOut' }>;
export type RecordRegistration = By & Readonly<{ type: 'RecordRegistration'; registryNumber: string }>;
export type StartHomeTreatment = By & Readonly<{ type: 'StartHomeTreatment' }>;
export type PlanReleaseCheck = By & Readonly<{ type: 'PlanReleaseCheck'; rule: ReleaseCheckRule }>;
/** 격리기준 확인: judges the criteria, or says that the patient must be asked first. */
export type CheckReleaseCriteria = By & Readonly<{ type: 'CheckReleaseCriteria'; rule: ReleaseCheckRule }>;
/** 증상 확인: the first question of a round, or its reminder. */
export type AskForSymptoms = By & Readonly<{ type: 'AskForSymptoms'; attempt: number; answerBy: Instant }>;
export type ReportSymptoms = By & Readonly<{ type: 'ReportSymptoms'; report: SymptomReport }>;
export type RecordRetestResult = By &
  Readonly<{ type: 'RecordRetestResult'; testId: TestId; result: TestResult; rule: ReleaseCheckRule }>;
export type RecordClinicianDecision = By &
  Readonly<{
    type: 'RecordClinicianDecision';
    taskId: TaskId;
    decision: 'release' | 'keep';
    rule: ReleaseCheckRule;
  }>;
export type ReleaseFromIsolation = By & Readonly<{ type: 'ReleaseFromIsolation' }>;
export type ReportDeath = By & Readonly<{ type: 'ReportDeath'; dateOfDeath: LocalDate }>;
export type TransferToHospital = By & Readonly<{ type: 'TransferToHospital' }>;
export type ReturnFromHospital = By & Readonly<{ type: 'ReturnFromHospital' }>;
/** A positive result or a diagnosis turned out to be wrong. */
export type WithdrawDiagnosis = By & Readonly<{ type: 'WithdrawDiagnosis'; reason: WithdrawalReason }>;
export type WithdrawalReason = 'wrong-result' | 'wrong-person' | 'entered-by-mistake';

export type CaseCommand =
  | ReportSuspicion
  | DiagnoseInfection
  | RecordDiagnosticResult
  | SettleDiagnosis
  | RecordRegistration
  | StartHomeTreatment
  | PlanReleaseCheck
  | CheckReleaseCriteria
  | AskForSymptoms
  | ReportSymptoms
  | RecordRetestResult
  | RecordClinicianDecision
  | ReleaseFromIsolation
  | ReportDeath
  | TransferToHospital
  | ReturnFromHospital
  | WithdrawDiagnosis;
