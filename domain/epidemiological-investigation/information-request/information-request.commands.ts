import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId } from '../../shared-kernel/id.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { PlaceId } from '../place-id.ts';
import type { Stay } from '../route/stay.ts';
import type { ApproverRole, LegalBasis, Reference, Requester } from './codes.ts';
import type { Period } from './period.ts';
import type { TimeLimit } from './time-limit.ts';

export type LookUpKind = 'entryLog' | 'cardHistory';
export type RefusalReason =
  | 'not-necessary'
  | 'no-legal-basis'
  | 'period-too-long'
  | 'entered-by-mistake'
  /** 승인 기한 경과: nobody has decided; the process says so, no person. */
  | 'not-approved-in-time'
  /** 근거 방문 소멸: the visit whose venue was to be looked up is established no more; the process says so, too. */
  | 'visit-not-established'
  /** 사례 취소: there is no case to look anything up for; the process says so, too. */
  | 'case-is-none';
export type NotificationChannel = 'sms' | 'letter' | 'telephone';
export type ConsultationPurpose = 'route' | 'contacts' | 'audit';

/** 장소: whose entry log is asked for, and from when to when; then nobody in particular is looked up. */
export type Venue = Readonly<{ placeId: PlaceId; stay: Stay }>;

/** 전자출입명부 조회 (`entryLog`), 카드 승인 내역 조회 (`cardHistory`): of the case, or of a `venue` where it was. */
export type RequestInformation = By &
  Readonly<{
    type: 'RequestInformation';
    caseId: CaseId;
    district: District;
    kind: LookUpKind;
    legalBasis: LegalBasis;
    period: Period;
    venue?: Venue;
    requestedBy: Requester;
    protocolVersion: string;
  }>;
/** `approvers`: the roles that the protocol in force names; where it names none, any office that approves may. */
export type ApproveRequest = By &
  Readonly<{
    type: 'ApproveRequest';
    role: ApproverRole;
    approvers: readonly string[];
    protocolVersion: string;
  }>;
/** `ownOnly`: by who asked for it or entered it, and nobody else: they take it back. */
export type RejectRequest = By & Readonly<{ type: 'RejectRequest'; reason: RefusalReason; ownOnly?: true }>;
export type RecordSubmission = By & Readonly<{ type: 'RecordSubmission'; providerReference: Reference }>;
/**
 * The person is to be told within `notifyWithin`; the law lets raw records be kept for `keptAtMost`, and they are where
 * no earlier day is said.
 */
export type RecordResult = By &
  Readonly<{
    type: 'RecordResult';
    recordCount: number;
    resultReference: Reference;
    destroyBy?: LocalDate;
    keptAtMost: TimeLimit;
    notifyWithin: TimeLimit;
    protocolVersion: string;
  }>;
/** A result of 0 records: nothing to keep, but the person is told all the same. */
export type RecordNoFinding = By &
  Readonly<{ type: 'RecordNoFinding'; notifyWithin: TimeLimit; protocolVersion: string }>;
/** Somebody opens the raw records. */
export type ConsultRecords = By & Readonly<{ type: 'ConsultRecords'; purpose: ConsultationPurpose }>;
/** What the records tell stands in the route now: `visits` of them; `leftOut` told of no visit that may stand there. */
export type RecordVisitsDrawn = By & Readonly<{ type: 'RecordVisitsDrawn'; visits: number; leftOut: number }>;
export type NotifyPerson = By & Readonly<{ type: 'NotifyPerson'; channel: NotificationChannel }>;
export type RecordDestruction = By & Readonly<{ type: 'RecordDestruction'; certificateId: Reference }>;
/** 관할 이관: it goes with its case. */
export type RelocateLookUp = By & Readonly<{ type: 'RelocateLookUp'; to: District }>;

export type InformationRequestCommand =
  | RequestInformation
  | ApproveRequest
  | RejectRequest
  | RecordSubmission
  | RecordResult
  | RecordNoFinding
  | ConsultRecords
  | RecordVisitsDrawn
  | NotifyPerson
  | RecordDestruction
  | RelocateLookUp;
