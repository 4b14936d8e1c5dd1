import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type {
  EstablishViolation,
  RecordCheck,
  ReportViolation,
  ViolationSource,
  WithdrawViolation,
} from '../isolation.commands.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import { periodOf, type IsolationState, type Violation } from '../isolation.state.ts';
import { fact, known, needsPerson, needsRunning } from './fact.ts';

/**
 * Whoever a visit does not find may have left: a violation is reported, and a person verifies it. No answer to a call says
 * nothing of that. The same outcome of the same moment is quiet, and so is an answer from before the last check: it undoes
 * no later miss.
 */
export function recordCheck(state: IsolationState, command: RecordCheck): IsolationEvent[] {
  needsRunning(state);
  const { outcome, at } = command;
  if (!wasServedAndBegunAt(state, at)) throw new RuleBroken('isolation/not-in-force', { stage: state.stage });
  if (state.lastCheck?.at === at.toString() && state.lastCheck.outcome === outcome) return [];
  if (outcome === 'inIsolation') {
    if (state.lastCheck !== undefined && at.isBefore(Instant.of(state.lastCheck.at))) return [];
    const missedBefore = state.missedInARow === 0 ? undefined : state.missedInARow;
    return [{ ...fact('InIsolationConfirmed', command, state), ...known({ missedBefore }) }];
  }
  const missedInARow = state.missedInARow + 1;
  const missed = { ...fact('IsolationCheckMissed', command, state), outcome, missedInARow };
  const isAway = outcome === 'notFound' && command.inHospital !== true && wasInForceAt(state, at);
  return isAway ? [missed, ...violationOnce(state, command, { source: 'check', occurred: at })] : [missed];
}

/** Only of a time at which the order was in force; it may become known after the end. It ends nothing. */
export function reportViolation(state: IsolationState, command: ReportViolation): IsolationEvent[] {
  const { source, at } = command;
  const occurred = command.occurredAt ?? at;
  if (occurred.isAfter(at)) throw new InvalidValue('date/in-the-future', { field: 'occurredAt' });
  if (!wasInForceAt(state, occurred)) throw new RuleBroken('isolation/not-in-force', { stage: state.stage });
  return violationOnce(state, command, { source, occurred });
}

type Seen = Readonly<{ source: ViolationSource; occurred: Instant }>;

/** Of one source at one moment there is one. */
function violationOnce(state: IsolationState, by: By, { source, occurred }: Seen): IsolationEvent[] {
  const occurredAt = occurred.toString();
  if (state.violations.some((one) => one.source === source && one.occurredAt === occurredAt)) return [];
  const sequence = state.violations.length + 1;
  return [{ ...fact('ViolationReported', by, state), sequence, source, occurredAt }];
}

const wasServedAndBegunAt = (state: IsolationState, moment: Instant): boolean =>
  state.notifiedAt !== undefined &&
  !moment.isBefore(Instant.of(state.notifiedAt)) &&
  periodOf(state).hasBegunAt(moment);

const wasInForceAt = (state: IsolationState, moment: Instant): boolean =>
  wasServedAndBegunAt(state, moment) &&
  (state.keptForResultSince !== undefined || !periodOf(state).isOverAt(moment)) &&
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
