import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Uses } from '../uses.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';
import { settledByAnswer } from './settled-by-answer.ts';

export type ContactSymptomsInput = ContactRequest &
  Readonly<{ symptomatic: boolean; dateOfSymptomOnset?: string | undefined }>;

const report = contactCommand<ContactSymptomsInput>((input, by) => ({
  type: 'ReportContactSymptoms',
  symptomatic: input.symptomatic,
  ...(input.dateOfSymptomOnset === undefined
    ? {}
    : { dateOfSymptomOnset: LocalDate.of(input.dateOfSymptomOnset) }),
  ...by,
}));

/** How a contact is, by their own answer or as staff were told: nobody has to call them for it any more. */
export const reportContactSymptoms =
  (uses: Uses) =>
  async (input: ContactSymptomsInput): Promise<Receipt> => {
    const receipt = await report(uses)(input);
    await settledByAnswer(uses, input.contactId, input.by, await uses.clock.now());
    return receipt;
  };
