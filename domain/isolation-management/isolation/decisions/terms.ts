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

/** Quiet when it is there already. Its officer stays until another one is assigned. */
export function relocate(state: IsolationState, command: RelocateIsolation): IsolationEvent[] {
  const { district: from } = state;
  const to = command.to.code;
  return from === to ? [] : [{ ...fact('IsolationRelocated', command, state), from, to }];
}
