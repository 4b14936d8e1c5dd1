import { LegalBasis } from '../../domain/patient-management/person/legal-basis.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, replay } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Lookups } from '../ports/lookups.ts';
import { ChangedSinceRead, type Receipt, type Repository } from '../ports/repository.ts';
import type { PersonRequest } from './change-person.ts';

export type ErasePersonInput = PersonRequest & Readonly<{ legalBasis: string }>;
type Erasing = Readonly<{
  people: Repository<Person>;
  clock: Clock;
  lookups: Pick<Lookups, 'mergedInto' | 'openMattersOf'>;
}>;

/**
 * Personal values go when a law says so, with those of every record that was merged into this one; the record of what was
 * done stays, without them. Refused while something of theirs is open: nobody could be called any more. One transaction a
 * record: asked again after a crash, it goes on.
 */
export const erasePerson =
  ({ people, clock, lookups }: Erasing) =>
  async (input: ErasePersonInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const legalBasis = LegalBasis.of(input.legalBasis);
    const { by } = input;
    const { aggregate, handled } = await people.load(input.personId, input.commandId);
    if (handled !== undefined) return replay(handled, input); // whatever was opened since
    const mayGo = async ({ state }: Person): Promise<void> => {
      const open = state.stage === 'erased' ? [] : await lookups.openMattersOf(input.personId);
      if (open.length > 0) throw new RuleBroken('person/something-open', { open: open.join('|') });
    };
    if (input.expectedVersion !== undefined && input.expectedVersion !== aggregate.version)
      throw new ChangedSinceRead(aggregate.version); // before a record that was merged into theirs is gone
    await mayGo(aggregate);
    const duplicates = await everyMergedInto(lookups, input.personId);
    for (const id of duplicates) {
      const { fingerprint } = input;
      await change(people, id, { commandId: `${input.commandId}/${id}`, fingerprint }, (person) => {
        if (person.state.stage !== 'erased') person.execute({ type: 'ErasePerson', legalBasis, by, at });
      });
    }
    return change(people, input.personId, input, async (person) => {
      await mayGo(person); // a case may have been opened meanwhile
      person.execute({ type: 'ErasePerson', legalBasis, by, at });
    });
  };

/** 개인정보 보호법 제21조: the time for which they are kept is over. */
const RETENTION_OVER = 'pipa-21';

/** By the sweep. Whoever was erased meanwhile is left alone. */
export const eraseExpired =
  (uses: Erasing) =>
  async ({ id, by, commandId }: Readonly<{ id: string; by: string; commandId: string }>): Promise<void> => {
    if ((await uses.people.load(id)).aggregate.state.stage === 'erased') return;
    await erasePerson(uses)({ personId: id, legalBasis: RETENTION_OVER, by, commandId, fingerprint: '' });
  };

/** Along every link, also in a circle. */
async function everyMergedInto(
  { mergedInto }: Erasing['lookups'],
  personId: string,
): Promise<readonly string[]> {
  const found = new Set<string>([personId]);
  for (const id of found) for (const duplicate of await mergedInto(id)) found.add(duplicate);
  found.delete(personId);
  return [...found];
}
