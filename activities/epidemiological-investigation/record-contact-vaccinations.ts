import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

/** Days `YYYY-MM-DD` of every dose. */
export type ContactVaccinationsInput = ContactRequest & Readonly<{ vaccinatedOn: readonly string[] }>;

/** An investigator has asked or looked up which doses a contact has had. What follows for the contact may hang on them. */
export const recordContactVaccinations = contactCommand<ContactVaccinationsInput>(({ vaccinatedOn }, by) => ({
  type: 'RecordContactVaccinations',
  vaccinatedOn: vaccinatedOn.map((day) => LocalDate.of(day)),
  ...by,
}));
