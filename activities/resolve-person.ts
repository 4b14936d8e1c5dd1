import type { Person } from '../domain/patient-management/person/person.ts';
import { resolve } from '../domain/patient-management/person/survivor.ts';
import { personId, type PersonId } from '../domain/shared-kernel/id.ts';
import type { Repository } from './ports/repository.ts';

type People = Readonly<{ people: Repository<Person> }>;

/**
 * The record that stands for this person today: reads along the links of merged records, each record once. Only there
 * are values corrected after a merge, so whatever reaches out to somebody reads it.
 */
export async function personStandingFor({ people }: People, id: string): Promise<Person> {
  const asked = personId(id);
  const read = new Map<PersonId, Person>();
  let found = (await people.load(asked)).aggregate;
  read.set(asked, found);
  for (let next = linkOf(found); next !== undefined && !read.has(next); next = linkOf(found)) {
    found = (await people.load(next)).aggregate;
    read.set(next, found);
  }
  const standing = resolve(asked, (one) => linkOf(read.get(one)));
  return read.get(standing) ?? found;
}

const linkOf = (person: Person | undefined): PersonId | undefined => {
  const { mergedInto } = person?.state ?? {};
  return mergedInto === undefined ? undefined : personId(mergedInto);
};

/** Its id. */
export const resolvePerson =
  (uses: People) =>
  async (id: string): Promise<PersonId> =>
    personId((await personStandingFor(uses, id)).id);
