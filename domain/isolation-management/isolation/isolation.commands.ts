import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId, ContactId, PersonId } from '../../shared-kernel/id.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { IsolationPeriod } from './isolation-period.ts';
import type { ProtocolVersion } from './protocol-version.ts';
import type { StaffId } from '../../shared-kernel/staff-id.ts';

/** 격리 of a case, 자가격리 of an exposed well person. */
export type IsolationKind = 'isolation' | 'quarantine';
/** Whether the law binds the person or only asks. */
export type Binding = 'duty' | 'advice';
/** 격리장소: the type of the place, never its address. */
export type PlaceType = 'home' | 'facility' | 'hospital' | 'lodging' | 'other';
export type NoticeChannel = 'sms' | 'paper' | 'app' | 'verbal';
/** `became-case`: a quarantine goes over into the isolation of the case that the person has become. */
export type IsolationEnd = 'released' | 'deceased' | 'withdrawn' | 'became-case';
export type RescheduleReason =
  | 'new-exposure'
  | 'protocol-changed'
  | 'symptoms'
  | 'test-result'
  | 'vaccination'
  | 'clinician-decision'
  | 'entered-by-mistake';
/** `notReached`: no answer to a call or a message. `notFound`: a visit found nobody at the place of isolation. */
export type CheckOutcome = 'inIsolation' | 'notReached' | 'notFound';
export type ViolationSource = 'app' | 'call' | 'report' | 'check';
export type ViolationWithdrawal =
  'unfounded' | 'false-alarm' | 'wrong-person' | 'justified' | 'objection-upheld';

/**
 * Where the own illness of somebody in quarantine stands: not decided, or decided and not isolated yet; isolated as a case;
 * dead. Nothing: no illness is known.
 */
export type OwnIllness = 'pending' | 'isolated' | 'deceased';

type Order = By &
  Readonly<{
    type: 'OrderIsolation';
    personId: PersonId;
    district: District;
    /** Without one: from the day of the order, until the criteria end it. */
    period?: IsolationPeriod;
    /** The version that gave the dates. */
    protocol?: ProtocolVersion;
    /** `duty`, unless said otherwise. */
    binding?: Binding;
    /** `home`, unless said otherwise. */
    placeType?: PlaceType;
    workBan?: boolean;
    officer?: StaffId;
  }>;
type OfCase = Readonly<{ kind?: 'isolation'; caseId: CaseId }>;
type OfContact = Readonly<{
  kind: 'quarantine';
  contactId: ContactId;
  /** 최종접촉일 */
  dateOfLastExposure: LocalDate;
  caseId?: CaseId;
}>;
/** 격리 명령. A quarantine belongs to a person and a contact, and needs no case. */
export type OrderIsolation = Order & (OfCase | OfContact);

/**
 * 격리 통지: the notice is proven. `sms`, unless said otherwise; each channel counts once, the one that reached the person
 * first serves the order. `servedAt`: when it did, where that becomes known later.
 */
export type RecordNotice = By &
  Readonly<{ type: 'RecordNotice'; channel?: NoticeChannel; servedAt?: Instant }>;
/** The first day of an order that was served before it has come. */
export type StartIsolation = By & Readonly<{ type: 'StartIsolation' }>;
/** Extends or shortens. `protocol`: the version that gave the new end. */
export type RescheduleIsolation = By &
  Readonly<{
    type: 'RescheduleIsolation';
    endsAt: Instant;
    reason: RescheduleReason;
    protocol: ProtocolVersion;
  }>;
/** Another exposure of a person in quarantine, and the end that it alone would give. */
export type RecordExposure = By &
  Readonly<{
    type: 'RecordExposure';
    contactId: ContactId;
    dateOfLastExposure: LocalDate;
    endsAt?: Instant;
    protocol: ProtocolVersion;
  }>;
/**
 * 격리중 확인. A check never ends or prolongs anything. `inHospital`: the person was in hospital then, so nobody is missed at
 * home.
 */
export type RecordCheck = By & Readonly<{ type: 'RecordCheck'; outcome: CheckOutcome; inHospital?: boolean }>;
/** `occurredAt`: when the person was away; the moment of the report, unless said otherwise. */
export type ReportViolation = By &
  Readonly<{ type: 'ReportViolation'; source: ViolationSource; occurredAt?: Instant }>;
/** 격리 위반 확인, by a person. */
export type EstablishViolation = By & Readonly<{ type: 'EstablishViolation'; sequence: number }>;
export type WithdrawViolation = By &
  Readonly<{ type: 'WithdrawViolation'; sequence: number; reason: ViolationWithdrawal }>;
/** 전담공무원 */
export type AssignOfficer = By & Readonly<{ type: 'AssignOfficer'; officer: StaffId }>;
export type ImposeWorkBan = By & Readonly<{ type: 'ImposeWorkBan' }>;
export type LiftWorkBan = By & Readonly<{ type: 'LiftWorkBan' }>;
/** By the timer of the order, by the criteria, or because there is nobody left to isolate. */
export type EndIsolation = By &
  Readonly<{
    type: 'EndIsolation';
    because: IsolationEnd;
    /** Since when the criteria had freed the person, where they decide and somebody looked late. */
    overSince?: Instant;
    /** Of a quarantine: nobody is told that they are free while they may be ill. */
    ownIllness?: OwnIllness | undefined;
  }>;
/** 격리 해제 통지 */
export type RecordReleaseNotice = By & Readonly<{ type: 'RecordReleaseNotice' }>;
/** 관할 이관: it goes with its case. */
export type RelocateIsolation = By & Readonly<{ type: 'RelocateIsolation'; to: District }>;

export type IsolationCommand =
  | OrderIsolation
  | RecordNotice
  | StartIsolation
  | RescheduleIsolation
  | RecordExposure
  | RecordCheck
  | ReportViolation
  | EstablishViolation
  | WithdrawViolation
  | AssignOfficer
  | ImposeWorkBan
  | LiftWorkBan
  | EndIsolation
  | RecordReleaseNotice
  | RelocateIsolation;
