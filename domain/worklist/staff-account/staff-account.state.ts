import { Instant } from '../../shared-kernel/instant.ts';
import type { HandBackReason } from '../task.commands.ts';
import type { AbsenceReason, RevocationReason } from './staff-account.commands.ts';
import type { StaffAccountEvent } from './staff-account.events.ts';

/** RFC 3339: from then, until just before that. */
export type Absence = Readonly<{ from: string; until: string; reason: AbsenceReason }>;

export type StaffAccountState = Readonly<{
  stage: 'active' | 'revoked';
  staffId: string;
  /** Earliest first, never two at once. Those that were over when another one was reported are left to the history. */
  absences: readonly Absence[];
  revokedAt?: string;
  revokedBecause?: RevocationReason;
}>;

/** Folds one fact into the state. */
export function evolveStaffAccount(
  state: StaffAccountState | undefined,
  event: StaffAccountEvent,
): StaffAccountState {
  const { staffId } = event;
  const before: StaffAccountState = state ?? { stage: 'active', staffId, absences: [] };
  switch (event.type) {
    case 'AccessRevoked':
      return { ...before, stage: 'revoked', revokedAt: event.at, revokedBecause: event.reason };
    case 'AccessRestored':
      return { stage: 'active', staffId, absences: before.absences };
    case 'StaffAbsenceReported': {
      const { from, until, reason, at } = event;
      const kept = before.absences.filter((one) => !isOver(one, Instant.of(at)));
      return { ...before, absences: [...kept, { from, until, reason }].sort(byBeginning) };
    }
    case 'StaffAbsenceEnded':
      return { ...before, absences: before.absences.filter(({ from }) => from !== event.from) };
  }
}

const byBeginning = (one: Absence, other: Absence): number =>
  Instant.of(one.from).epochMilliseconds - Instant.of(other.from).epochMilliseconds;

export const isOver = ({ until }: Absence, at: Instant): boolean => !at.isBefore(Instant.of(until));
const hasBegun = ({ from }: Absence, at: Instant): boolean => !at.isBefore(Instant.of(from));

/** The absence that is on at that moment. */
const absenceAt = ({ absences }: StaffAccountState, at: Instant): Absence | undefined =>
  absences.find((one) => hasBegun(one, at) && !isOver(one, at));

/** Why somebody can hold no task at that moment; nothing where they can. */
export function awayBecause(state: StaffAccountState, at: Instant): HandBackReason | undefined {
  if (state.stage === 'revoked') return 'access-revoked';
  return absenceAt(state, at) === undefined ? undefined : 'absence';
}
