import type { FollowUpEndReason } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

export const beginFollowUp = contactCommand<ContactRequest>((_input, by) => ({
  type: 'BeginFollowUp',
  ...by,
}));

export const endFollowUp = contactCommand<ContactRequest & Readonly<{ reason: FollowUpEndReason }>>(
  (input, by) => ({ type: 'EndFollowUp', reason: input.reason, ...by }),
);
