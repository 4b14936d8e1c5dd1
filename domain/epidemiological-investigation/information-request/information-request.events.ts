import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { ApproverRole } from './codes.ts';
import type {
  ConsultationPurpose,
  LookUpKind,
  NotificationChannel,
  RefusalReason,
} from './information-request.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string; kind: LookUpKind } & Payload>;
/** No record, no content: `resultReference` says where the raw records lie. Without a finding there are none. */
type Checked = {
  recordCount: number;
  /** Absent where a venue was looked up. */
  notifyBy?: string;
  resultReference?: string;
  destroyBy?: string;
} & Under;
/** A place as its code, moments RFC 3339: who was there then is asked for, in place of where the case was. */
export type VenueFacts = Readonly<{ placeId: string; from: string; to: string }>;
/** The protocol version under which it was decided; absent on events from before it was kept. */
type Under = { protocolVersion?: string };

export type InformationRequested = Fact<
  'InformationRequested',
  {
    district: string;
    legalBasis: string;
    periodFrom: string;
    periodTo: string;
    requestedBy: string;
    venue?: VenueFacts;
  } & Under
>;
export type RequestApproved = Fact<'RequestApproved', { role: ApproverRole } & Under>;
export type RequestRejected = Fact<'RequestRejected', { reason: RefusalReason }>;
export type RequestSubmitted = Fact<'RequestSubmitted', { providerReference: string }>;
/** 전자출입명부 확인 */
export type EntryLogChecked = Fact<'EntryLogChecked', Checked>;
/** 카드 승인 내역 확인 */
export type CardApprovalsChecked = Fact<'CardApprovalsChecked', Checked>;
export type RawRecordsConsulted = Fact<'RawRecordsConsulted', { purpose: ConsultationPurpose }>;
/** The records' places and times stand in the route: that is all that is kept of them. */
export type VisitsDerived = Fact<'VisitsDerived', { visits: number; leftOut: number }>;
/** The person was told of the look-up; `late` when that was after `notifyBy`. */
export type PersonNotified = Fact<
  'PersonNotified',
  { channel: NotificationChannel; notifyBy: string; late: boolean }
>;
/** `late` when that was after `destroyBy`. */
export type RawRecordsDestroyed = Fact<
  'RawRecordsDestroyed',
  { certificateId: string; destroyBy: string; late: boolean }
>;
export type LookUpRelocated = Fact<'LookUpRelocated', { from: string; to: string }>;

export type InformationRequestEvent =
  | InformationRequested
  | RequestApproved
  | RequestRejected
  | RequestSubmitted
  | EntryLogChecked
  | CardApprovalsChecked
  | RawRecordsConsulted
  | VisitsDerived
  | PersonNotified
  | RawRecordsDestroyed
  | LookUpRelocated;
