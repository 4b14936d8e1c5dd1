import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { StaffId } from '../../shared-kernel/staff-id.ts';

/** Whose account it is: the first command about one names it. */
type Of = By & Readonly<{ account: StaffId }>;

export type RevocationReason = 'left-office' | 'moved' | 'account-at-risk' | 'misuse';
/** Never why somebody is ill: sick leave is leave. */
export type AbsenceReason = 'leave' | 'training' | 'other-duty' | 'unreachable';

/** From now on the account may do nothing, whatever a token says. */
export type RevokeAccess = Of & Readonly<{ type: 'RevokeAccess'; reason: RevocationReason }>;
export type RestoreAccess = Of & Readonly<{ type: 'RestoreAccess' }>;
/** `until` is the first moment at which they are there again. */
export type ReportStaffAbsence = Of &
  Readonly<{ type: 'ReportStaffAbsence'; from: Instant; until: Instant; reason: AbsenceReason }>;
/** Of the absence that is on; or the next one is called off. */
export type EndStaffAbsence = Of & Readonly<{ type: 'EndStaffAbsence' }>;

export type StaffAccountCommand = RevokeAccess | RestoreAccess | ReportStaffAbsence | EndStaffAbsence;
