import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type {
  Certainty,
  DropReason,
  FollowUpEndReason,
  FollowUpKind,
  FoundBy,
  RegradeReason,
  ReversionReason,
  TransmissionDoubt,
} from './contact.commands.ts';
import type { ContactCondition, ContactGrade } from './contact-verdict.ts';
import type { ExposureFacts } from './exposure.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; sourceCaseId: string; exposedPersonId: string } & Payload>;
type Verdict = {
  grade: ContactGrade;
  protocolVersion: string;
  conditions: readonly ContactCondition[];
  /** 최종접촉일: the latest of all exposures. */
  dateOfLastContact: string;
};
type Regrading = { previousGrade?: ContactGrade; reason?: RegradeReason };

export type ContactNamed = Fact<
  'ContactNamed',
  { district: string; foundBy: FoundBy; exposures: readonly ExposureFacts[] }
>;
/** 감염 기록됨: a list says so. The exposed person was that case before anybody could follow them up. */
export type InfectionRecorded = Fact<
  'InfectionRecorded',
  { district: string; foundBy: 'import'; caseId: string; infectedBy: string; certainty: 'probable' }
>;
/** `dateOfLastContact` is the latest of all exposures, this one included. */
export type ExposureRecorded = Fact<
  'ExposureRecorded',
  { exposure: ExposureFacts; dateOfLastContact: string }
>;
/** 밀접 접촉자 확인 */
export type CloseContactIdentified = Fact<'CloseContactIdentified', Verdict & { grade: 'close' } & Regrading>;
/** A casual contact, or none at all. */
export type ContactGraded = Fact<'ContactGraded', Verdict & Regrading>;
/** The same grade on other grounds: nobody is notified again. */
export type ContactGradeConfirmed = Fact<'ContactGradeConfirmed', Verdict>;
/** What is to happen to the contact and until when, and what it was before. */
export type FollowUpPlanned = Fact<
  'FollowUpPlanned',
  {
    measure: string;
    kind: FollowUpKind;
    protocol: string;
    endsAt?: string;
    previousEndsAt?: string;
    chosen?: true;
  }
>;
/** The version that now governs leaves it open for want of facts; what was planned before stands until then. */
export type FollowUpLeftOpen = Fact<'FollowUpLeftOpen', { protocol: string; missing: readonly string[] }>;
/** 접촉자 증상 확인: symptomatic or not. */
export type ContactSymptomsReported = Fact<
  'ContactSymptomsReported',
  { symptomatic: boolean; dateOfSymptomOnset?: string }
>;
/** 접촉자 예방접종력 확인: days of every dose, in order. */
export type ContactVaccinationsRecorded = Fact<
  'ContactVaccinationsRecorded',
  { vaccinatedOn: readonly string[] }
>;
export type FollowUpBegun = Fact<'FollowUpBegun', { dateOfLastContact: string }>;
export type FollowUpEnded = Fact<
  'FollowUpEnded',
  {
    status: 'completed' | 'cancelled' | 'lost';
    reason: FollowUpEndReason | 'regraded' | 'became-case' | 'dropped';
  }
>;
/** `caseId` is the exposed person's own case; `infectedBy` keeps the link to the source case. */
export type ContactConverted = Fact<'ContactConverted', { caseId: string; infectedBy: string }>;
export type ConversionReverted = Fact<'ConversionReverted', { caseId: string; reason: ReversionReason }>;
export type TransmissionEstablished = Fact<
  'TransmissionEstablished',
  { caseId: string; infectedBy: string; certainty: Certainty }
>;
export type TransmissionWithdrawn = Fact<
  'TransmissionWithdrawn',
  { caseId: string; infectedBy: string; reason: TransmissionDoubt | 'conversion-reverted' }
>;
export type ContactDropped = Fact<'ContactDropped', { reason: DropReason }>;

export type ContactEvent =
  | ContactNamed
  | InfectionRecorded
  | ExposureRecorded
  | CloseContactIdentified
  | ContactGraded
  | ContactGradeConfirmed
  | FollowUpPlanned
  | FollowUpLeftOpen
  | FollowUpBegun
  | ContactSymptomsReported
  | ContactVaccinationsRecorded
  | FollowUpEnded
  | ContactConverted
  | ConversionReverted
  | TransmissionEstablished
  | TransmissionWithdrawn
  | ContactDropped;
