import type { AssignOfficer, ImposeWorkBan, LiftWorkBan, RelocateIsolation } from '../isolation.commands.ts';
import type { IsolationEvent } from '../isolation.events.ts';
import type { IsolationState } from '../isolation.state.ts';
import { fact, known, needsRunning } from './fact.ts';

export function assignOfficer(state: IsolationState, command: AssignOfficer): IsolationEvent[] {
  needsRunning(state);
  const { officer } = command;
  if (state.officer === officer) return [];
  const assigned = fact('IsolationOfficerAssigned', command, state);
  return [{ ...assigned, officer, ...known({ previous: state.officer }) }];
}

export function changeWorkBan(state: IsolationState, command: ImposeWorkBan | LiftWorkBan): IsolationEvent[] {
  needsRunning(state);
  const imposed = command.type === 'ImposeWorkBan';
  if (state.workBan === imposed) return [];
  return [fact(imposed ? 'WorkBanImposed' : 'WorkBanLifted', command, state)];
}

/** Quiet when it is there already. Its officer, who works for the other district, has it no more; what is over keeps whom it had. */
export function relocate(state: IsolationState, command: RelocateIsolation): IsolationEvent[] {
  const { district: from, stage, officer } = state;
  const to = command.to.code;
  if (from === to) return [];
  const freed = stage === 'ended' ? {} : known({ officer });
  return [{ ...fact('IsolationRelocated', command, state), from, to, ...freed }];
}
