import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { AbsenceReason, RevocationReason } from './staff-account.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; staffId: string }> &
  Payload;
export type AccessRevoked = Fact<'AccessRevoked', { reason: RevocationReason }>;
export type AccessRestored = Fact<'AccessRestored'>;
export type StaffAbsenceReported = Fact<
  'StaffAbsenceReported',
  { from: string; until: string; reason: AbsenceReason }
>;
/** `from`: which absence it was. */
export type StaffAbsenceEnded = Fact<'StaffAbsenceEnded', { from: string }>;

export type StaffAccountEvent = AccessRevoked | AccessRestored | StaffAbsenceReported | StaffAbsenceEnded;
