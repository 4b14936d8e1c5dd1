import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type { RecordExposure, RescheduleIsolation } from '../isolation.commands.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import { periodOf, type IsolationState } from '../isolation.state.ts';
import { fact, known, needsRunning, notInTheFuture } from './fact.ts';

/** The same end again is quiet. An end that lies behind already is fine: the timer fires at once. */
export function reschedule(state: IsolationState, command: RescheduleIsolation): IsolationEvent[] {
  needsRunning(state);
  if (state.endsAt === undefined) throw new RuleBroken('isolation/end-decided-by-criteria');
  return moveEnd(state, state.endsAt, command);
}

/**
 * Which end rules that changed give a running quarantine at a moment: whose end has passed is free now, not in the past, and
 * one that is over already, or kept for a result, stays as it stands.
 */
export function endByNewRules({ endsAt: stands }: IsolationState, endsAt: Instant, at: Instant): Instant {
  if (endsAt.isAfter(at)) return endsAt;
  const old = stands === undefined ? at : Instant.of(stands);
  return old.isAfter(at) ? at : old;
}

/**
 * One quarantine, many exposures: its end is the latest of theirs and only moves later. An exposure that is known stays
 * quiet, so that hearing of it twice never takes back a shortening.
 */
export function recordExposure(state: IsolationState, command: RecordExposure): IsolationEvent[] {
  if (state.kind !== 'quarantine') throw new RuleBroken('isolation/not-a-quarantine');
  needsRunning(state);
  notInTheFuture(command.dateOfLastExposure, command, 'dateOfLastExposure');
  const { contactId, endsAt, protocol } = command;
  const dateOfLastExposure = command.dateOfLastExposure.toString();
  const isKnown = state.exposures.some(
    (one) => one.contactId === contactId && one.dateOfLastExposure === dateOfLastExposure,
  );
  if (isKnown) return [];
  const recorded = {
    ...fact('QuarantineExposureRecorded', command, state),
    exposedContactId: contactId,
    dateOfLastExposure,
    protocol,
    ...known({ endsAt: endsAt?.toString() }),
  };
  if (endsAt === undefined || state.endsAt === undefined || !endsAt.isAfter(Instant.of(state.endsAt))) {
    return [recorded];
  }
  return [recorded, ...moveEnd(state, state.endsAt, { ...command, endsAt, reason: 'new-exposure' })];
}

type Move = Pick<RescheduleIsolation, 'by' | 'at' | 'endsAt' | 'reason' | 'protocol'>;

function moveEnd(state: IsolationState, oldEndsAt: string, move: Move): IsolationEvent[] {
  const old = Instant.of(oldEndsAt);
  periodOf(state).endingAt(move.endsAt);
  if (move.endsAt.equals(old)) return [];
  const { reason, protocol } = move;
  return [
    {
      ...fact(move.endsAt.isAfter(old) ? 'IsolationExtended' : 'IsolationShortened', move, state),
      oldEndsAt,
      newEndsAt: move.endsAt.toString(),
      reason,
      protocol,
    },
  ];
}
