import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  EndIsolation,
  OrderIsolation,
  RecordNotice,
  RecordReleaseNotice,
  StartIsolation,
} from '../isolation.commands.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import { IsolationPeriod } from '../isolation-period.ts';
import { periodOf, type IsolationState } from '../isolation.state.ts';
import { fact, known, needsRunning, notInTheFuture } from './fact.ts';

export function order(command: OrderIsolation): IsolationEvent[] {
  const { at, personId, district, protocol, officer } = command;
  const period = command.period ?? IsolationPeriod.of(at.dateInSeoul());
  if (period.endsAt !== undefined && protocol === undefined) {
    throw new InvalidValue('isolation/protocol-missing');
  }
  const ofContact =
    command.kind === 'quarantine'
      ? { contactId: command.contactId, dateOfLastExposure: command.dateOfLastExposure.toString() }
      : {};
  if (command.kind === 'quarantine')
    notInTheFuture(command.dateOfLastExposure, command, 'dateOfLastExposure');
  return [
    {
      ...fact('IsolationOrdered', command, command.caseId === undefined ? {} : { caseId: command.caseId }),
      ...ofContact,
      personId,
      district: district.code,
      kind: command.kind ?? 'isolation',
      startsOn: period.startsOn.toString(),
      ...known({ endsAt: period.endsAt?.toString(), protocol, officer }),
      binding: command.binding ?? 'duty',
      placeType: command.placeType ?? 'home',
      workBan: command.workBan ?? false,
    },
  ];
}

/**
 * Each channel once: SMS first and paper on request are two proofs of one order. A proof may become known after the end:
 * what had reached the person before it counts.
 */
export function recordNotice(state: IsolationState, command: RecordNotice): IsolationEvent[] {
  const servedAt = servedAtOf(state, command);
  if (state.endedAt !== undefined && !servedAt.isBefore(Instant.of(state.endedAt))) needsRunning(state);
  const channel = command.channel ?? 'sms';
  if (state.noticeChannels.includes(channel)) return [];
  const before = servedAt.isBefore(command.at) ? { servedAt: servedAt.toString() } : {};
  return [{ ...fact('IsolationNotified', command, state), channel, ...before }];
}

/** A partner's clock may be wrong: nobody is told of an order before it is given, nor after it is known that they were. */
function servedAtOf({ orderedAt }: IsolationState, { at, servedAt = at }: RecordNotice): Instant {
  const ordered = Instant.of(orderedAt);
  const notBefore = servedAt.isBefore(ordered) ? ordered : servedAt;
  return notBefore.isAfter(at) ? at : notBefore;
}

/** Nobody is isolated by an order that they were not told of, nor before its first day. */
export function start(state: IsolationState, command: StartIsolation): IsolationEvent[] {
  needsRunning(state);
  if (state.stage === 'active') return [];
  if (state.stage === 'ordered') throw new RuleBroken('isolation/not-served');
  if (!periodOf(state).hasBegunAt(command.at)) {
    throw new RuleBroken('isolation/not-begun', { startsOn: state.startsOn });
  }
  return [fact('IsolationStarted', command, state)];
}

/**
 * A timer that was set before the end moved releases nobody. Checks play no part in it. A quarantine whose person may be ill
 * goes on past its end until that is decided; it goes over into the isolation of the case that they have become.
 */
export function end(state: IsolationState, command: EndIsolation): IsolationEvent[] {
  if (state.stage === 'ended') return [];
  const { endsAt } = state;
  if (command.because === 'released' && endsAt !== undefined && !periodOf(state).isOverAt(command.at)) {
    throw new RuleBroken('isolation/not-due', { endsAt });
  }
  const illness =
    command.because === 'released' && state.kind === 'quarantine' ? command.ownIllness : undefined;
  if (illness === 'pending')
    return state.keptForResultSince === undefined ? [fact('QuarantineKeptForResult', command, state)] : [];
  const because = illness === undefined ? command.because : ENDED_BY[illness];
  const over = command.overSince?.isBefore(command.at) === true ? command.overSince.toString() : undefined;
  return [{ ...fact('IsolationEnded', command, state), because, ...known({ overSince: over }) }];
}

const ENDED_BY = { isolated: 'became-case', deceased: 'deceased' } as const;

export function recordReleaseNotice(state: IsolationState, command: RecordReleaseNotice): IsolationEvent[] {
  if (state.stage !== 'ended') throw new RuleBroken('isolation/still-running');
  return state.releaseNotifiedAt === undefined ? [fact('ReleaseNotified', command, state)] : [];
}
