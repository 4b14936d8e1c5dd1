import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type {
  EstablishViolation,
  RecordCheck,
  ReportViolation,
  WithdrawViolation,
} from '../isolation.commands.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import { periodOf, type IsolationState, type Violation } from '../isolation.state.ts';
import { fact, known, needsPerson, needsRunning } from './fact.ts';

/** The same outcome of the same moment is quiet. */
export function recordCheck(state: IsolationState, command: RecordCheck): IsolationEvent[] {
  needsRunning(state);
  const { outcome, at } = command;
  if (!wasServedAndBegunAt(state, at)) throw new RuleBroken('isolation/not-in-force', { stage: state.stage });
  if (state.lastCheck?.at === at.toString() && state.lastCheck.outcome === outcome) return [];
  if (outcome === 'inIsolation') {
    const missedBefore = state.missedInARow === 0 ? undefined : state.missedInARow;
    return [{ ...fact('InIsolationConfirmed', command, state), ...known({ missedBefore }) }];
  }
  const missedInARow = state.missedInARow + 1;
  return [{ ...fact('IsolationCheckMissed', command, state), outcome, missedInARow }];
}

/** Only of a time at which the order was in force; it may become known after the end. It ends nothing. */
export function reportViolation(state: IsolationState, command: ReportViolation): IsolationEvent[] {
  const { source, at } = command;
  const occurred = command.occurredAt ?? at;
  if (occurred.isAfter(at)) throw new InvalidValue('date/in-the-future', { field: 'occurredAt' });
  if (!wasInForceAt(state, occurred)) throw new RuleBroken('isolation/not-in-force', { stage: state.stage });
  const occurredAt = occurred.toString();
  if (state.violations.some((one) => one.source === source && one.occurredAt === occurredAt)) return [];
  const sequence = state.violations.length + 1;
  return [{ ...fact('ViolationReported', command, state), sequence, source, occurredAt }];
}

const wasServedAndBegunAt = (state: IsolationState, moment: Instant): boolean =>
  state.notifiedAt !== undefined &&
  !moment.isBefore(Instant.of(state.notifiedAt)) &&
  periodOf(state).hasBegunAt(moment);

const wasInForceAt = (state: IsolationState, moment: Instant): boolean =>
  wasServedAndBegunAt(state, moment) &&
  !periodOf(state).isOverAt(moment) &&
  (state.endedAt === undefined || !moment.isAfter(Instant.of(state.endedAt)));

export function establishViolation(state: IsolationState, command: EstablishViolation): IsolationEvent[] {
  needsPerson(command);
  const { sequence, stage, source, occurredAt } = violationOf(state, command.sequence);
  if (stage === 'established') return [];
  if (stage === 'withdrawn') throw new RuleBroken('isolation/violation-withdrawn', { sequence });
  const { personId, binding } = state;
  const established = fact('IsolationViolationEstablished', command, state);
  return [{ ...established, personId, sequence, source, occurredAt, binding }];
}

/** A report that came to nothing, or an established violation after an objection. */
export function withdrawViolation(state: IsolationState, command: WithdrawViolation): IsolationEvent[] {
  needsPerson(command);
  const { sequence, stage, withdrawnBecause } = violationOf(state, command.sequence);
  const { reason } = command;
  if (withdrawnBecause === reason) return [];
  if (stage === 'withdrawn') throw new RuleBroken('isolation/violation-withdrawn', { sequence });
  const wasEstablished = stage === 'established';
  const withdrawn = fact('ViolationWithdrawn', command, state);
  return [{ ...withdrawn, personId: state.personId, sequence, reason, wasEstablished }];
}

function violationOf(state: IsolationState, sequence: number): Violation {
  const violation = state.violations.find((one) => one.sequence === sequence);
  if (violation === undefined) throw new RuleBroken('isolation/violation-not-reported', { sequence });
  return violation;
}
