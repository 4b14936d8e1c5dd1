import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type {
  Binding,
  CheckOutcome,
  IsolationEnd,
  IsolationKind,
  NoticeChannel,
  PlaceType,
  RescheduleReason,
  ViolationSource,
  ViolationWithdrawal,
} from './isolation.commands.ts';

/** A quarantine's facts name the contact; an isolation's name the case. */
type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId?: string; contactId?: string } & Payload>;

/** 격리 명령됨. Facts from before there were quarantines hold person and district only. */
export type IsolationOrdered = Fact<
  'IsolationOrdered',
  {
    personId: string;
    district: string;
    kind?: IsolationKind;
    startsOn?: string;
    endsAt?: string;
    protocol?: string;
    binding?: Binding;
    placeType?: PlaceType;
    workBan?: boolean;
    officer?: string;
    dateOfLastExposure?: string;
  }
>;
/** 격리 통지. `servedAt`: when it reached the person, where that was before it became known. */
export type IsolationNotified = Fact<'IsolationNotified', { channel?: NoticeChannel; servedAt?: string }>;
/** 격리됨: the first day of an order that was served before it. Served on its first day or later, the notice starts it. */
export type IsolationStarted = Fact<'IsolationStarted'>;
type Moved = { oldEndsAt: string; newEndsAt: string; reason: RescheduleReason; protocol: string };
export type IsolationExtended = Fact<'IsolationExtended', Moved>;
export type IsolationShortened = Fact<'IsolationShortened', Moved>;
/** `exposedContactId` is this exposure's contact, `contactId` the one for which the quarantine was ordered. */
export type QuarantineExposureRecorded = Fact<
  'QuarantineExposureRecorded',
  { exposedContactId: string; dateOfLastExposure: string; protocol: string; endsAt?: string }
>;
/** 결과 대기 격리 유지: its end has come, and whether the person is ill is not decided. It goes on until it is. */
export type QuarantineKeptForResult = Fact<'QuarantineKeptForResult'>;
/** 격리중 확인. `missedBefore`: how many checks in a row were missed before it, if any. */
export type InIsolationConfirmed = Fact<'InIsolationConfirmed', { missedBefore?: number }>;
/** A missed check is a fact of its own. `missedInARow` counts it too. */
export type IsolationCheckMissed = Fact<
  'IsolationCheckMissed',
  { outcome: Exclude<CheckOutcome, 'inIsolation'>; missedInARow: number }
>;
type OfViolation = { sequence: number };
export type ViolationReported = Fact<
  'ViolationReported',
  OfViolation & { source: ViolationSource; occurredAt: string }
>;
/** 격리 위반 확인. Excludes living support; what else follows depends on `binding`. */
export type IsolationViolationEstablished = Fact<
  'IsolationViolationEstablished',
  OfViolation & { personId: string; source: ViolationSource; occurredAt: string; binding: Binding }
>;
export type ViolationWithdrawn = Fact<
  'ViolationWithdrawn',
  OfViolation & { personId: string; reason: ViolationWithdrawal; wasEstablished: boolean }
>;
export type IsolationOfficerAssigned = Fact<
  'IsolationOfficerAssigned',
  { officer: string; previous?: string }
>;
export type WorkBanImposed = Fact<'WorkBanImposed'>;
export type WorkBanLifted = Fact<'WorkBanLifted'>;
/** 격리해제됨, or ended by death or withdrawal. */
export type IsolationEnded = Fact<'IsolationEnded', { because: IsolationEnd; overSince?: string }>;
/** 격리 해제 통지 */
export type ReleaseNotified = Fact<'ReleaseNotified'>;
/** `officer` had it in the district before; facts from before that was kept left it with them. */
export type IsolationRelocated = Fact<'IsolationRelocated', { from: string; to: string; officer?: string }>;

export type IsolationEvent =
  | IsolationOrdered
  | IsolationNotified
  | IsolationStarted
  | IsolationExtended
  | IsolationShortened
  | QuarantineExposureRecorded
  | QuarantineKeptForResult
  | InIsolationConfirmed
  | IsolationCheckMissed
  | ViolationReported
  | IsolationViolationEstablished
  | ViolationWithdrawn
  | IsolationOfficerAssigned
  | WorkBanImposed
  | WorkBanLifted
  | IsolationEnded
  | ReleaseNotified
  | IsolationRelocated;
