import type { ContactCommand } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type ContactUses = Readonly<{ contacts: Repository<Contact>; clock: Clock }>;
export type ContactRequest = Request & Readonly<{ contactId: string }>;

/** A use case that asks one contact for one thing. */
export const contactCommand =
  <Input extends ContactRequest>(make: (input: Input, by: By) => ContactCommand) =>
  ({ contacts, clock }: ContactUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(contacts, input.contactId, input, (contact) => contact.execute(asked));
  };
