import type { ReversionReason } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { caseId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { contactCommand, type ContactRequest, type ContactUses } from './contact-command.ts';

export type ConvertToCaseInput = ContactRequest & Readonly<{ caseId: string }>;

/** The contact has become that case, which must be the exposed person's. */
export const convertToCase =
  ({ contacts, cases, clock }: ContactUses & Readonly<{ cases: Repository<Case> }>) =>
  async (input: ConvertToCaseInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const theirs = (await cases.load(input.caseId)).aggregate;
    return change(contacts, input.contactId, input, (contact) =>
      contact.execute({
        type: 'ConvertToCase',
        caseId: caseId(theirs.id),
        personId: personId(theirs.state.personId),
        by: input.by,
        at,
      }),
    );
  };

export const revertConversion = contactCommand<ContactRequest & Readonly<{ reason: ReversionReason }>>(
  (input, by) => ({ type: 'RevertConversion', reason: input.reason, ...by }),
);
