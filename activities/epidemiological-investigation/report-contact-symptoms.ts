import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

export type ContactSymptomsInput = ContactRequest &
  Readonly<{ symptomatic: boolean; dateOfSymptomOnset?: string | undefined }>;

/** How a contact is, by their own answer or as staff were told. */
export const reportContactSymptoms = contactCommand<ContactSymptomsInput>((input, by) => ({
  type: 'ReportContactSymptoms',
  symptomatic: input.symptomatic,
  ...(input.dateOfSymptomOnset === undefined
    ? {}
    : { dateOfSymptomOnset: LocalDate.of(input.dateOfSymptomOnset) }),
  ...by,
}));
