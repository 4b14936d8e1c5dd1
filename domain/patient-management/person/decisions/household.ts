import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { JoinHousehold, LeaveHousehold } from '../person.commands.ts';
import type { PersonEvent } from '../person.events.ts';
import type { PersonState } from '../person.state.ts';
import { fact } from './fact.ts';

/** One household at a time. */
export function joinHousehold({ householdId }: PersonState, command: JoinHousehold): PersonEvent[] {
  if (householdId === command.householdId) return [];
  if (householdId !== undefined) throw new RuleBroken('household/member-of-another', { householdId });
  return [{ ...fact('HouseholdJoined', command), householdId: command.householdId }];
}

export function leaveHousehold({ householdId }: PersonState, command: LeaveHousehold): PersonEvent[] {
  if (householdId === undefined) return [];
  if (householdId !== command.householdId) throw new RuleBroken('household/not-a-member', { householdId });
  return [{ ...fact('HouseholdLeft', command), householdId }];
}
