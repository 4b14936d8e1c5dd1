import type { Person } from '../domain/patient-management/person/person.ts';
import { missingIn, valuesWith } from '../domain/patient-management/person/personal-values.ts';
import { RuleBroken } from '../domain/shared-kernel/domain-error.ts';
import { ExternalSystemRefused } from './ports/external-system.ts';

/**
 * What a partner is told of somebody, with all that it needs.
 * @throws ExternalSystemRefused `person-values-missing` of somebody known from a list only: staff complete the record first
 */
export function valuesTold<Name extends 'name' | 'birthDate' | 'phone'>(
  system: string,
  { personal }: Pick<Person, 'personal'>,
  needed: readonly Name[],
) {
  const told = valuesWith(personal, needed);
  if (told === undefined) throw new ExternalSystemRefused(system, 'person-values-missing');
  return told;
}

/**
 * Whoever is to be a patient here can be registered and reached.
 * @throws RuleBroken `person/values-missing`
 */
export function needsKnownValues({ id, personal }: Person): void {
  const missing = missingIn(personal);
  if (missing.length > 0)
    throw new RuleBroken('person/values-missing', { personId: id, missing: missing.join() });
}
