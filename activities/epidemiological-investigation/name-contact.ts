import type { FoundBy } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import { RuleBroken, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Lookups } from '../ports/lookups.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { personStandingFor, resolvePerson } from '../resolve-person.ts';
import type { Request } from '../uses.ts';
import type { ContactUses } from './contact-command.ts';
import { exposureOf, type ExposureInput } from './exposure-input.ts';

type NameContactUses = ContactUses &
  Readonly<{
    cases: Repository<Case>;
    people: Repository<Person>;
    lookups: Pick<Lookups, 'contactBetween'>;
    newId: () => string;
  }>;

export type NameContactInput = Request &
  Readonly<{
    sourceCaseId: string;
    exposedPersonId: string;
    foundBy: FoundBy;
    exposures: readonly ExposureInput[];
  }>;

/**
 * Somebody known is named as a contact of a case, once unless it is dropped; the contact belongs to that person's district.
 * It is of the record that stands for them: under one that was merged nobody is named twice, or as a contact of themselves.
 * @throws RuleBroken `contact/already-named`
 */
export const nameContact =
  ({ contacts, cases, people, lookups, clock, newId }: NameContactUses) =>
  async (input: NameContactInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const source = (await cases.load(input.sourceCaseId)).aggregate;
    const exposed = await personStandingFor({ people }, input.exposedPersonId);
    const contact = Contact.unnamed(contactId(newId()));
    contact.execute({
      type: 'NameContact',
      sourceCaseId: caseId(source.id),
      sourcePersonId: await resolvePerson({ people })(source.state.personId),
      exposedPersonId: personId(exposed.id),
      district: District.recorded(exposed.state.district),
      foundBy: input.foundBy,
      exposures: input.exposures.map(exposureOf),
      by: input.by,
      at,
    });
    try {
      return await create(contacts, contact, input);
    } catch (error) {
      if (!(error instanceof StaleAggregate)) throw error;
      const named = await lookups.contactBetween(source.id, exposed.id);
      throw named === undefined ? error : new RuleBroken('contact/already-named', { contactId: named });
    }
  };
