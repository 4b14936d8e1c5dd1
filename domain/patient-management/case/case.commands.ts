import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { CaseId, ContactId, HandOverId, PersonId, TaskId, TestId } from '../../shared-kernel/id.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { SpecimenId } from '../../shared-kernel/specimen-id.ts';
import type { TestResult } from '../../shared-kernel/test-result.ts';
import type { CaseRules } from './case-rules.ts';
import type { Severity, Treatment } from './clinical-course.ts';
import type { Disease } from './disease.ts';
import type { SymptomReport } from './symptom-report.ts';

type Opening = By &
  Readonly<{
    personId: PersonId;
    disease: Disease;
    district: District;
    symptomatic: boolean;
    dateOfSymptomOnset?: LocalDate;
    /** The exposure that the suspicion comes from: the link to the source case is kept. */
    contactId?: ContactId;
    /** The person's last episode of the disease: this is a re-infection. */
    previousCaseId?: CaseId;
  }>;

/**
 * 기록된 에피소드: a list tells of an episode that was over, or whose end it does not tell, before this system led it.
 * `confirmedOn` may lie after a death, but not after a release. `ended` without a day where the list tells none.
 */
export type RecordEpisode = By &
  Readonly<{
    type: 'RecordEpisode';
    personId: PersonId;
    disease: Disease;
    district: District;
    dateOfSymptomOnset?: LocalDate;
    confirmedOn: LocalDate;
    ended?: Readonly<{ as: EpisodeEnd; on?: LocalDate }>;
    /** The person's confirmed episode before this one. */
    previousCaseId?: CaseId;
  }>;
export type EpisodeEnd = 'released' | 'deceased';
/** Of a recorded episode: of one that is led here, symptoms are reported with their onset. */
export type CorrectRecordedOnset = By &
  Readonly<{ type: 'CorrectRecordedOnset'; dateOfSymptomOnset: LocalDate }>;

export type ReportSuspicion = Opening & Readonly<{ type: 'ReportSuspicion'; specimenId?: SpecimenId }>;
/** 코로나 진단: a clinic's own diagnosis opens a confirmed case. */
export type DiagnoseInfection = Opening & Readonly<{ type: 'DiagnoseInfection' }>;

/** A diagnostic test says what the suspicion comes to. */
export type RecordDiagnosticResult = By &
  Readonly<{
    type: 'RecordDiagnosticResult';
    testId: TestId;
    result: TestResult;
    specimenCollectedAt?: Instant;
  }>;
/** Repeated tests stayed indeterminate: a clinician settles what the suspicion comes to. */
export type SettleDiagnosis = By &
  Readonly<{ type: 'SettleDiagnosis'; taskId: TaskId; decision: 'confirm' | 'ruleOut' }>;
/** Between suspected and probable; a confirmation has its own ways, and its withdrawal too. */
export type ReclassifyCase = By &
  Readonly<{
    type: 'ReclassifyCase';
    to: 'suspected' | 'probable';
    reason: 'epidemiological-link' | 'clinical-picture' | 'laboratory-evidence' | 'entered-by-mistake';
  }>;
export type RecordRegistration = By & Readonly<{ type: 'RecordRegistration'; registryNumber: string }>;
/** The person tested may not be the person registered: everything that reaches out is held. */
export type DoubtIdentity = By &
  Readonly<{
    type: 'DoubtIdentity';
    reason: 'survey-contradicts' | 'specimen-mixed-up' | 'document-contradicts' | 'person-denies';
  }>;
/** A person has looked into it. Somebody else's finding is withdrawn, not resolved. */
export type ResolveIdentity = By & Readonly<{ type: 'ResolveIdentity'; taskId?: TaskId }>;
export type StartHomeTreatment = By & Readonly<{ type: 'StartHomeTreatment' }>;
/** The tier that the protocol in force gives this case; quiet while it stays the same. */
export type AssignTier = By &
  Readonly<{ type: 'AssignTier'; tier: string; checksPerDay: number; protocol: string }>;
export type PlanReleaseCheck = By & Readonly<{ type: 'PlanReleaseCheck'; rule: CaseRules }>;
/**
 * 지침 변경 적용: a protocol that reaches open episodes moves what is planned. `protocol`: the version that came;
 * `previous`: the rules as they were without it, for where no plan is stored.
 */
export type ApplyProtocol = By &
  Readonly<{ type: 'ApplyProtocol'; protocol: string; rule: CaseRules; previous?: CaseRules }>;
/** 격리기준 확인: judges the criteria, or says that the patient must be asked first. */
export type CheckReleaseCriteria = By & Readonly<{ type: 'CheckReleaseCriteria'; rule: CaseRules }>;
/** 증상 확인: the first question of a round, or its reminder. */
/** `again`: its text could not go out before, so that its time to answer begins anew. */
export type AskForSymptoms = By &
  Readonly<{ type: 'AskForSymptoms'; attempt: number; answerBy: Instant; again?: true }>;
export type ReportSymptoms = By & Readonly<{ type: 'ReportSymptoms'; report: SymptomReport }>;
export type RecordClinicalCourse = By &
  Readonly<{ type: 'RecordClinicalCourse'; severity?: Severity; treatment?: Treatment }>;
/** Facts that a protocol declares beyond the language's own, such as consent to home treatment: names and codes. */
export type DeclaredFacts = Readonly<Record<string, boolean | number | string>>;
/** What rules may ask for beside symptoms: days of vaccination, conditions by their codes, and what the protocol declares. */
export type RecordMedicalHistory = By &
  Readonly<{
    type: 'RecordMedicalHistory';
    vaccinatedOn?: readonly LocalDate[];
    riskFactors?: readonly RiskFactor[];
    facts?: DeclaredFacts;
  }>;
export type RiskFactor = string & { readonly __kind: 'risk-factor' };
/** An officer applies a newer version to this person, where its rules leave the choice. */
export type ChooseProtocol = By &
  Readonly<{ type: 'ChooseProtocol'; protocol: string; reason: ProtocolChoice }>;
export type ProtocolChoice = 'person-asked' | 'clinical-judgement' | 'household' | 'capacity';
export type RecordRetestResult = By &
  Readonly<{
    type: 'RecordRetestResult';
    testId: TestId;
    result: TestResult;
    rule: CaseRules;
    specimenCollectedAt?: Instant;
  }>;
export type RecordClinicianDecision = By &
  Readonly<{
    type: 'RecordClinicianDecision';
    taskId: TaskId;
    decision: 'release' | 'keep';
    rule: CaseRules;
  }>;
export type ReleaseFromIsolation = By & Readonly<{ type: 'ReleaseFromIsolation' }>;
/** 경과: how the episode ended, told after the isolation too. */
export type RecordOutcome = By &
  Readonly<{ type: 'RecordOutcome'; outcome: 'recovered' | 'unknown'; dateOfOutcome: LocalDate }>;
export type ReportDeath = By & Readonly<{ type: 'ReportDeath'; dateOfDeath: LocalDate }>;
export type TransferToHospital = By & Readonly<{ type: 'TransferToHospital' }>;
export type ReturnFromHospital = By & Readonly<{ type: 'ReturnFromHospital' }>;
/** A positive result or a diagnosis turned out to be wrong. */
export type WithdrawDiagnosis = By & Readonly<{ type: 'WithdrawDiagnosis'; reason: WithdrawalReason }>;
/** 관할 이관: accepted by the other district; the hand-over says by whom. Of a case that has closed meanwhile, too. */
export type MoveCase = By &
  Readonly<{ type: 'MoveCase'; handOverId: HandOverId; from: District; to: District }>;
export type WithdrawalReason = 'wrong-result' | 'wrong-person' | 'entered-by-mistake';

export type CaseCommand =
  | ReportSuspicion
  | DiagnoseInfection
  | RecordEpisode
  | CorrectRecordedOnset
  | RecordDiagnosticResult
  | SettleDiagnosis
  | ReclassifyCase
  | RecordRegistration
  | DoubtIdentity
  | ResolveIdentity
  | StartHomeTreatment
  | AssignTier
  | PlanReleaseCheck
  | ApplyProtocol
  | CheckReleaseCriteria
  | AskForSymptoms
  | ReportSymptoms
  | RecordClinicalCourse
  | RecordMedicalHistory
  | ChooseProtocol
  | RecordRetestResult
  | RecordClinicianDecision
  | ReleaseFromIsolation
  | RecordOutcome
  | ReportDeath
  | TransferToHospital
  | ReturnFromHospital
  | WithdrawDiagnosis
  | MoveCase;
