import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId } from '../../shared-kernel/id.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { ApproverRole, LegalBasis, Reference, Requester } from './codes.ts';
import type { Period } from './period.ts';
import type { TimeLimit } from './time-limit.ts';

export type LookUpKind = 'entryLog' | 'cardHistory';
export type RefusalReason = 'not-necessary' | 'no-legal-basis' | 'period-too-long' | 'entered-by-mistake';
export type NotificationChannel = 'sms' | 'letter' | 'telephone';
export type ConsultationPurpose = 'route' | 'contacts' | 'audit';

/** 전자출입명부 조회 (`entryLog`), 카드 승인 내역 조회 (`cardHistory`) */
export type RequestInformation = By &
  Readonly<{
    type: 'RequestInformation';
    caseId: CaseId;
    district: District;
    kind: LookUpKind;
    legalBasis: LegalBasis;
    period: Period;
    requestedBy: Requester;
  }>;
export type ApproveRequest = By & Readonly<{ type: 'ApproveRequest'; role: ApproverRole }>;
export type RejectRequest = By & Readonly<{ type: 'RejectRequest'; reason: RefusalReason }>;
export type RecordSubmission = By & Readonly<{ type: 'RecordSubmission'; providerReference: Reference }>;
/** The person is to be told within `notifyWithin`; the law lets raw records be kept for `keptAtMost`. */
export type RecordResult = By &
  Readonly<{
    type: 'RecordResult';
    recordCount: number;
    resultReference: Reference;
    destroyBy: LocalDate;
    keptAtMost: TimeLimit;
    notifyWithin: TimeLimit;
  }>;
/** A result of 0 records: nothing to keep, but the person is told all the same. */
export type RecordNoFinding = By & Readonly<{ type: 'RecordNoFinding'; notifyWithin: TimeLimit }>;
/** Somebody opens the raw records. */
export type ConsultRecords = By & Readonly<{ type: 'ConsultRecords'; purpose: ConsultationPurpose }>;
export type NotifyPerson = By & Readonly<{ type: 'NotifyPerson'; channel: NotificationChannel }>;
export type RecordDestruction = By & Readonly<{ type: 'RecordDestruction'; certificateId: Reference }>;

export type InformationRequestCommand =
  | RequestInformation
  | ApproveRequest
  | RejectRequest
  | RecordSubmission
  | RecordResult
  | RecordNoFinding
  | ConsultRecords
  | NotifyPerson
  | RecordDestruction;
