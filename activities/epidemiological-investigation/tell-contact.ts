import { isOwedToContact, keyOfContactMessage, type ContactMessage } from '../contact-messages.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { ownerOf } from './contact-step.ts';

export type TellContactStep = SubjectMoment & ContactMessage;

/**
 * Whenever a close contact is identified: they are told. In quarantine the order's own notice tells them. The message may
 * wait for its gateway, or for a doubt about the source: what is owed no more by then is called off. While the notice of a
 * watch may still go out, that of its end waits.
 */
export const tellContact =
  (uses: Uses) =>
  async (step: TellContactStep): Promise<void> => {
    const { id, what } = step;
    const key = keyOfContactMessage(step);
    if (what === 'watch-end-notice')
      await callOffMessage(uses, keyOfContactMessage({ ...step, what: 'watch-notice' }));
    const { state } = (await uses.contacts.load(id)).aggregate;
    await textMessage(uses, {
      name: what,
      key,
      owner: ownerOf(id, state),
      personId: state.exposedPersonId,
      template: what,
      isOwed: () => isOwedToContact(uses, step),
    });
  };
