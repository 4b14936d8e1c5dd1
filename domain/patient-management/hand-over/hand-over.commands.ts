import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { CaseId } from '../../shared-kernel/id.ts';

/** `moved`: the person lives there now, and their record moves too. */
export type HandOverReason = 'moved' | 'wrong-district' | 'workload' | 'hospital';
/** What the other side has to know before it answers, as a code. */
export type HandOverNote = 'patient-informed' | 'patient-not-informed' | 'address-unknown' | 'urgent';
export type HandOverRejection =
  | 'not-ours'
  | 'no-capacity'
  | 'facts-missing'
  | 'offered-by-mistake'
  /** Decided on the worklist, where no reason is asked. */
  | 'not-stated';

/** The case as it is now: one that is closed is nobody's to take over. */
type OfCase = Readonly<{ caseIsClosed: boolean }>;

/** 이관 제안: the district that is responsible asks another one to take the case over, and stays responsible. */
export type OfferHandOver = By &
  OfCase &
  Readonly<{
    type: 'OfferHandOver';
    caseId: CaseId;
    from: District;
    to: District;
    reason: HandOverReason;
    note?: HandOverNote;
  }>;
/** By the other district, before the deadline. */
export type AcceptHandOver = By & OfCase & Readonly<{ type: 'AcceptHandOver' }>;
export type RejectHandOver = By & Readonly<{ type: 'RejectHandOver'; reason: HandOverRejection }>;
/** By the district that offers; by its process once the case has ended meanwhile. */
export type WithdrawHandOver = By &
  Readonly<{ type: 'WithdrawHandOver'; because: 'withdrawn' | 'case-closed' }>;
/** Nobody has answered in time: the process says so, no person. */
export type ExpireHandOver = By & Readonly<{ type: 'ExpireHandOver' }>;
/** Everything has moved. */
export type CompleteHandOver = By & Readonly<{ type: 'CompleteHandOver' }>;

export type HandOverCommand =
  OfferHandOver | AcceptHandOver | RejectHandOver | WithdrawHandOver | ExpireHandOver | CompleteHandOver;
