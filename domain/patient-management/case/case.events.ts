import type { ExplainedTrack } from '../../protocol/evaluation/release.ts';
import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { TestResult } from '../../shared-kernel/test-result.ts';
import type {
  DeclaredFacts,
  DoubtIdentity,
  EpisodeEnd,
  ProtocolChoice,
  ReclassifyCase,
  WithdrawalReason,
} from './case.commands.ts';
import type { Severity, Treatment } from './clinical-course.ts';
import type { Course, ReportChannel, Symptom } from './symptom-report.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;

export type CaseOpened = Fact<
  'CaseOpened',
  {
    personId: string;
    disease: string;
    district: string;
    openedAs: 'suspicion' | 'diagnosis';
    specimenId?: string;
    contactId?: string;
    /** 재감염: the person's last confirmed case of the disease. */
    previousCaseId?: string;
  }
>;
/** 에피소드 기록됨: by a list, after the fact. Nothing follows from it. */
export type EpisodeRecorded = Fact<
  'EpisodeRecorded',
  {
    personId: string;
    disease: string;
    district: string;
    dateOfSymptomOnset?: string;
    confirmedOn: string;
    ended?: Readonly<{ as: EpisodeEnd; on?: string }>;
    previousCaseId?: string;
  }
>;
/** 기록 철회됨: it was recorded wrongly. Nobody was told of it, so nobody is told now. */
export type RecordedEpisodeWithdrawn = Fact<'RecordedEpisodeWithdrawn', { reason: WithdrawalReason }>;
/** 증상 발생. `entered` by a person, or `computed` as the day of the first report with symptoms. */
export type SymptomsOccurred = Fact<
  'SymptomsOccurred',
  { dateOfSymptomOnset?: string; basis: 'entered' | 'computed' }
>;
/** 코로나 확진됨. `specimenCollectedAt`: the specimen that confirmed. */
export type InfectionConfirmed = Fact<
  'InfectionConfirmed',
  | { basis: 'diagnosis' }
  | { basis: 'test'; testId: string; specimenCollectedAt?: string }
  | { basis: 'clinician'; taskId: string }
>;
export type InfectionRuledOut = Fact<
  'InfectionRuledOut',
  { basis: 'test'; testId: string } | { basis: 'clinician'; taskId: string }
>;
/** A diagnostic result was indeterminate: the suspicion stays open. */
export type DiagnosisLeftOpen = Fact<'DiagnosisLeftOpen', { testId: string }>;
export type CaseReclassified = Fact<
  'CaseReclassified',
  { from: 'suspected' | 'probable'; to: 'suspected' | 'probable'; reason: ReclassifyCase['reason'] }
>;
/** 확진자 등록됨 */
export type ConfirmedCaseRegistered = Fact<'ConfirmedCaseRegistered', { registryNumber: string }>;
/** 의심 확진자 신원 의심됨: notices, registration and payment are held until a person resolves it. */
export type IdentityDoubted = Fact<'IdentityDoubted', { reason: DoubtIdentity['reason'] }>;
export type IdentityResolved = Fact<'IdentityResolved', { taskId?: string }>;
/** 재택 치료됨 */
export type HomeTreatmentStarted = Fact<'HomeTreatmentStarted'>;
export type HomeTreatmentEnded = Fact<'HomeTreatmentEnded', { because: HomeTreatmentEnd }>;
export type HomeTreatmentEnd = 'released' | 'hospital' | 'death' | 'withdrawn';
export type TierAssigned = Fact<'TierAssigned', { tier: string; checksPerDay: number; protocol: string }>;
/** `countedFrom` and `anchorDay` are null where no day counts, only a test or a report. */
export type ReleaseCheckPlanned = Fact<
  'ReleaseCheckPlanned',
  { rule: string; round: number; dueAt: string; countedFrom: string | null; anchorDay: string | null }
>;
/**
 * A protocol moved the plan: from which moment to which, and under which version. A question that was out is taken back,
 * and so is the wait for a result or a clinician: it is raised there only for whom the new rules free.
 */
export type ProtocolApplied = Fact<
  'ProtocolApplied',
  {
    protocol: string;
    rule: string;
    round: number;
    previousRule: string;
    previousDueAt: string;
    dueAt: string;
    countedFrom: string | null;
    anchorDay: string | null;
  }
>;
export type SymptomCheckRequested = Fact<
  'SymptomCheckRequested',
  { round: number; attempt: number; answerBy: string }
>;
export type SymptomsReported = Fact<
  'SymptomsReported',
  {
    course: Course;
    symptoms?: readonly Symptom[];
    temperatureCelsius?: number;
    antipyretic?: boolean;
    feverFreeForHours?: number;
    channel: ReportChannel;
  }
>;
export type ClinicalCourseRecorded = Fact<
  'ClinicalCourseRecorded',
  { severity?: Severity; treatment?: Treatment }
>;
export type MedicalHistoryRecorded = Fact<
  'MedicalHistoryRecorded',
  { vaccinatedOn?: readonly string[]; riskFactors?: readonly string[]; facts?: DeclaredFacts }
>;
export type ProtocolChosen = Fact<'ProtocolChosen', { protocol: string; reason: ProtocolChoice }>;
type Judged = { rule: string; round: number; track: string | null; tracks: readonly ExplainedTrack[] };
/** n일 이후 무증상 (or improving): a track of the protocol is met. */
export type FoundFreeOfSymptoms = Fact<'FoundFreeOfSymptoms', Judged & { course: Course | null }>;
/** n일 이후 유증상, 호전되지 않음: a test is due, or the rounds are used up. */
export type FoundSymptomaticNotImproved = Fact<
  'FoundSymptomaticNotImproved',
  Judged & { next: 'retest' | 'clinician' }
>;
/** All that is missing for a release are tests: one is due. */
export type ReleaseTestFoundDue = Fact<'ReleaseTestFoundDue', Judged>;
/** The protocol cannot decide: a fact is missing that no patient can tell by message, or no track fits. */
export type ReleaseLeftToClinician = Fact<
  'ReleaseLeftToClinician',
  Judged & { because: string; missing: readonly string[] }
>;
/** PCR 검사 진행됨, for release: it feeds the release rule and never reclassifies. */
export type PcrTestPerformed = Fact<
  'PcrTestPerformed',
  {
    testId: string;
    result: TestResult;
    round: number;
    rule: string;
    nextCheckAt: string;
    specimenCollectedAt?: string;
  }
>;
export type ClinicianDecided = Fact<
  'ClinicianDecided',
  { taskId: string; decision: 'release' | 'keep'; rule: string; nextCheckAt?: string }
>;
/** 격리해제됨 */
export type ReleasedFromIsolation = Fact<'ReleasedFromIsolation', { because: 'criteria' | 'clinician' }>;
export type OutcomeRecorded = Fact<
  'OutcomeRecorded',
  { outcome: 'recovered' | 'unknown'; dateOfOutcome: string }
>;
export type DeathReported = Fact<'DeathReported', { dateOfDeath: string }>;
export type TransferredToHospital = Fact<'TransferredToHospital'>;
export type ReturnedFromHospital = Fact<'ReturnedFromHospital'>;
/** From then on the other district is responsible. */
export type CaseMoved = Fact<'CaseMoved', { handOverId: string; from: string; to: string }>;
export type DiagnosisWithdrawn = Fact<'DiagnosisWithdrawn', { reason: WithdrawalReason }>;

export type CaseEvent =
  | CaseOpened
  | EpisodeRecorded
  | RecordedEpisodeWithdrawn
  | SymptomsOccurred
  | InfectionConfirmed
  | InfectionRuledOut
  | DiagnosisLeftOpen
  | CaseReclassified
  | ConfirmedCaseRegistered
  | IdentityDoubted
  | IdentityResolved
  | HomeTreatmentStarted
  | HomeTreatmentEnded
  | TierAssigned
  | ReleaseCheckPlanned
  | ProtocolApplied
  | SymptomCheckRequested
  | SymptomsReported
  | ClinicalCourseRecorded
  | MedicalHistoryRecorded
  | ProtocolChosen
  | FoundFreeOfSymptoms
  | FoundSymptomaticNotImproved
  | ReleaseTestFoundDue
  | ReleaseLeftToClinician
  | PcrTestPerformed
  | ClinicianDecided
  | ReleasedFromIsolation
  | OutcomeRecorded
  | DeathReported
  | TransferredToHospital
  | ReturnedFromHospital
  | DiagnosisWithdrawn
  | CaseMoved;
