import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { AppointGuardian, RemoveGuardian } from '../person.commands.ts';
import type { PersonEvent } from '../person.events.ts';
import type { PersonState } from '../person.state.ts';
import { ageIn, type PersonalValues } from '../personal-values.ts';
import { fact } from './fact.ts';

/** A minor's, never oneself. */
export function appointGuardian(
  personId: string,
  state: PersonState,
  personal: PersonalValues,
  command: AppointGuardian,
): PersonEvent[] {
  const { guardianId, minorUnderAge, at } = command;
  if (guardianId === personId) throw new RuleBroken('person/guardian-is-oneself', { personId });
  if (guardianId === state.guardianId) return [];
  const age = ageIn(personal, at.dateInSeoul());
  if (age === undefined) throw new RuleBroken('person/values-missing', { personId, missing: 'birthDate' });
  if (!(age < minorUnderAge)) {
    throw new RuleBroken('person/not-a-minor', { personId, minorUnderAge });
  }
  return [{ ...fact('GuardianAppointed', command), guardianId }];
}

export function removeGuardian({ guardianId }: PersonState, command: RemoveGuardian): PersonEvent[] {
  return guardianId === undefined ? [] : [{ ...fact('GuardianRemoved', command), guardianId }];
}
