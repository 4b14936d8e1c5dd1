import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId, PersonId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ContactVerdict } from './contact-verdict.ts';
import type { Exposure } from './exposure.ts';

export type FoundBy = 'interview' | 'entryLog' | 'card' | 'naming' | 'import';
/** 확실성 */
export type Certainty = 'confirmed' | 'probable' | 'possible';
export type RegradeReason = 'new-exposure' | 'protocol-changed' | 'facts-corrected' | 'entered-by-mistake';
export type ReversionReason = 'ruled-out' | 'wrong-person' | 'entered-by-mistake';
export type TransmissionDoubt = 'another-source' | 'dates-impossible' | 'sequencing' | 'entered-by-mistake';
export type DropReason = 'not-exposed' | 'duplicate' | 'wrong-person' | 'entered-by-mistake';

/** How a follow-up may end by itself; the status follows from the reason. */
export const FOLLOW_UP_ENDS = {
  'period-over': 'completed',
  'freed-early': 'completed',
  'no-answer': 'lost',
  'left-the-country': 'lost',
  deceased: 'cancelled',
  'followed-elsewhere': 'cancelled',
  'entered-by-mistake': 'cancelled',
} as const;
export type FollowUpEndReason = keyof typeof FOLLOW_UP_ENDS;

/** `sourcePersonId` is the source case's person: nobody is a contact of themselves. */
export type NameContact = By &
  Readonly<{
    type: 'NameContact';
    sourceCaseId: CaseId;
    sourcePersonId: PersonId;
    exposedPersonId: PersonId;
    district: District;
    foundBy: FoundBy;
    exposures: readonly Exposure[];
  }>;
/**
 * A list tells that the source case infected that case: the day and the place of it are not known. Nobody is followed up.
 * A contact between the two that is known already keeps what is known of it.
 */
export type RecordInfection = By &
  Readonly<{
    type: 'RecordInfection';
    sourceCaseId: CaseId;
    sourcePersonId: PersonId;
    exposedPersonId: PersonId;
    /** The exposed person's own case. */
    caseId: CaseId;
    district: District;
  }>;
export type RecordExposure = By & Readonly<{ type: 'RecordExposure'; exposure: Exposure }>;
/** 접촉 확인. Another grade than before needs a reason. */
export type VerifyContact = By &
  Readonly<{ type: 'VerifyContact'; verdict: ContactVerdict; reason?: RegradeReason }>;
/** 자가격리, 능동감시, 수동감시, or told and left alone. */
export const FOLLOW_UP_KINDS = ['quarantine', 'activeSurveillance', 'passiveSurveillance', 'none'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** What the protocol says is to happen to the contact, by which version, and until when. */
export type PlanFollowUp = By &
  Readonly<{
    type: 'PlanFollowUp';
    measure: string;
    kind: FollowUpKind;
    protocol: string;
    endsAt?: Instant;
    /** A person chose it, because facts were missing. */
    chosen?: true;
  }>;
/** The protocol cannot say what is to follow, for want of these facts: a person has to find them, or to choose. */
export type LeavePlanOpen = By &
  Readonly<{ type: 'LeavePlanOpen'; protocol: string; missing: readonly string[] }>;
/** How the exposed person is, as they or somebody for them said. */
export type ReportContactSymptoms = By &
  Readonly<{ type: 'ReportContactSymptoms'; symptomatic: boolean; dateOfSymptomOnset?: LocalDate }>;
/** 접촉자 예방접종력: every dose so far, in place of what was known; none at all is known too. */
export type RecordContactVaccinations = By &
  Readonly<{ type: 'RecordContactVaccinations'; vaccinatedOn: readonly LocalDate[] }>;
export type BeginFollowUp = By & Readonly<{ type: 'BeginFollowUp' }>;
export type EndFollowUp = By & Readonly<{ type: 'EndFollowUp'; reason: FollowUpEndReason }>;
/** The exposed person has become, or is, that case; `personId` is the case's person. */
export type ConvertToCase = By & Readonly<{ type: 'ConvertToCase'; caseId: CaseId; personId: PersonId }>;
export type RevertConversion = By & Readonly<{ type: 'RevertConversion'; reason: ReversionReason }>;
/** 감염 검증: the source case infected the exposed person. */
export type EstablishTransmission = By & Readonly<{ type: 'EstablishTransmission'; certainty: Certainty }>;
export type WithdrawTransmission = By & Readonly<{ type: 'WithdrawTransmission'; reason: TransmissionDoubt }>;
export type DropContact = By & Readonly<{ type: 'DropContact'; reason: DropReason }>;

export type ContactCommand =
  | NameContact
  | RecordInfection
  | RecordExposure
  | VerifyContact
  | PlanFollowUp
  | LeavePlanOpen
  | BeginFollowUp
  | ReportContactSymptoms
  | RecordContactVaccinations
  | EndFollowUp
  | ConvertToCase
  | RevertConversion
  | EstablishTransmission
  | WithdrawTransmission
  | DropContact;
