import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { RecordInfection } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create, theirsOrOurs } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type RecordInfectionInput = Request &
  Readonly<{ sourceCaseId: string; caseId: string; district: string }>;
type Recording = Pick<Uses, 'contacts' | 'cases' | 'clock' | 'newId'> &
  Readonly<{ lookups: Pick<Uses['lookups'], 'contactBetween'> }>;

/**
 * A list tells that one case infected another; of open cases too. Where the two are known as case and contact already, that
 * contact keeps the link; the same link again is quiet.
 */
export const recordInfection =
  ({ contacts, cases, lookups, clock, newId }: Recording) =>
  async (input: RecordInfectionInput): Promise<Receipt> => {
    const source = (await cases.load(input.sourceCaseId)).aggregate;
    const infected = (await cases.load(input.caseId)).aggregate;
    const command: RecordInfection = {
      type: 'RecordInfection',
      sourceCaseId: caseId(source.id),
      sourcePersonId: personId(source.state.personId),
      exposedPersonId: personId(infected.state.personId),
      caseId: caseId(infected.id),
      district: District.of(input.district),
      by: input.by,
      at: Instant.of(await clock.now()),
    };
    const intoKnown = async (): Promise<Receipt | undefined> => {
      const known = await lookups.contactBetween(source.id, infected.state.personId);
      return known === undefined
        ? undefined
        : change(contacts, known, input, (contact) => contact.execute(command));
    };
    return theirsOrOurs(intoKnown, () => {
      const contact = Contact.unnamed(contactId(newId()));
      contact.execute(command);
      return create(contacts, contact, input);
    });
  };
