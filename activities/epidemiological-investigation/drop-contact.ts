import type { DropReason } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

export const dropContact = contactCommand<ContactRequest & Readonly<{ reason: DropReason }>>((input, by) => ({
  type: 'DropContact',
  reason: input.reason,
  ...by,
}));
