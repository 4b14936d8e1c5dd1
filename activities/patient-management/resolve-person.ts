import type { Person } from '../../domain/patient-management/person/person.ts';
import { resolve } from '../../domain/patient-management/person/survivor.ts';
import { personId, type PersonId } from '../../domain/shared-kernel/id.ts';
import type { Repository } from '../ports/repository.ts';

/** The person that stands for this one today: reads along the links of merged records, each record once. */
export const resolvePerson =
  ({ people }: Readonly<{ people: Repository<Person> }>) =>
  async (id: string): Promise<PersonId> => {
    const asked = personId(id);
    const links = new Map<PersonId, PersonId>();
    const read = new Set<PersonId>();
    for (
      let next: PersonId | undefined = asked;
      next !== undefined && !read.has(next);
      next = links.get(next)
    ) {
      read.add(next);
      const { mergedInto } = (await people.load(next)).aggregate.state;
      if (mergedInto !== undefined) links.set(next, personId(mergedInto));
    }
    return resolve(asked, (one) => links.get(one));
  };
