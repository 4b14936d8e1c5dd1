import { isRegistryNumber } from '../domain/patient-management/case/registry-number.ts';
import type { LikenessFacts } from '../domain/patient-management/person/likeness.ts';
import type { Person } from '../domain/patient-management/person/person.ts';
import {
  likenessFactsOf,
  resemblance,
  type Resemblance,
} from '../domain/patient-management/person/resemblance.ts';
import { searchTermsOf, termOfBirth, termOfPhone } from '../domain/patient-management/person/search-terms.ts';
import type { Identities } from './ports/identities.ts';
import type { Repository } from './ports/repository.ts';

/** As somebody tells of a person; what they do not know is empty. */
export type PersonTold = Readonly<{
  name: string;
  facts: LikenessFacts;
  registryNumber?: string | undefined;
}>;

/** A record that stands for somebody, and how it is like the one who was told of. */
export type PersonAlike = Resemblance & Readonly<{ personId: string }>;

/**
 * Everybody in the country who certainly or perhaps is the person told of, each once. Whom that very command has made in an
 * attempt before is nobody known.
 */
export async function peopleAlike(
  { identities, people }: Readonly<{ identities: Identities; people: Repository<Person> }>,
  { name, facts, registryNumber = '' }: PersonTold,
  commandId: string,
): Promise<readonly PersonAlike[]> {
  const sought = {
    phone: facts.phone === '' ? undefined : termOfPhone(facts.phone),
    born: facts.birthDate === '' ? undefined : termOfBirth(facts.birthDate),
    names:
      name === ''
        ? []
        : searchTermsOf({ name, sex: facts.sex }).filter((term) => /^(?:name|word):/.test(term)),
    registryNumber: isRegistryNumber(registryNumber) ? registryNumber : undefined,
  };
  if (sought.phone === undefined && sought.born === undefined && sought.registryNumber === undefined)
    return []; // the list's own id is all that there is
  const alike = await identities.alike(sought);
  if (alike.length === 0) return [];
  const found = await identities.of(alike.map(({ personId }) => personId));
  const candidates = new Map<string, PersonAlike>();
  for (const { personId, byNumber } of alike) {
    const identity = found.get(personId);
    if (identity?.values === undefined) continue;
    const like = resemblance(facts, likenessFactsOf(identity.values), byNumber);
    if (like !== undefined) candidates.set(identity.personId, { ...like, personId: identity.personId });
  }
  for (const id of candidates.keys())
    if ((await people.load(id, `${commandId}/person`)).handled?.receipt.id === id) candidates.delete(id);
  return [...candidates.values()];
}
