import type { RegisterPersonInput } from '../patient-management/register-person.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { nameContact, type NameContactInput } from './name-contact.ts';

export type NewPerson = Omit<RegisterPersonInput, keyof Request>;

export type NameContactOfCaseInput = Omit<NameContactInput, 'exposedPersonId'> &
  Readonly<{ person: NewPerson | Readonly<{ personId: string }> }>;

/**
 * Somebody known or somebody new is named as a contact of a case. Two aggregates, so two transactions: a retry after a
 * crash between them finds the person that it made.
 */
export const nameContactOfCase =
  (uses: Uses, registerPerson: (input: RegisterPersonInput) => Promise<Receipt>) =>
  async ({ person, ...contact }: NameContactOfCaseInput): Promise<Receipt> => {
    await uses.cases.load(contact.sourceCaseId); // before anybody is registered for a case that there is not
    if ('personId' in person) return nameContact(uses)({ ...contact, exposedPersonId: person.personId });
    const { commandId, fingerprint, by } = contact;
    const registered = await registerPerson({ ...person, by, fingerprint, commandId: `${commandId}/person` });
    return nameContact(uses)({ ...contact, exposedPersonId: registered.id });
  };
