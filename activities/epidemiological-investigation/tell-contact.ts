import { textMessage } from '../text-message.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { ownerOf } from './contact-step.ts';

/** Said once in each follow-up, or once for each test. */
export type TellContactStep = SubjectMoment &
  Readonly<{
    what: 'watch-notice' | 'watch-end-notice' | 'contact-notice' | 'quarantine-test-notice';
    sequence: number;
  }>;

/** Whenever a close contact is identified: they are told. In quarantine the order's own notice tells them. */
export const tellContact =
  (uses: Uses) =>
  async ({ id, what, sequence }: TellContactStep): Promise<void> => {
    const { state } = (await uses.contacts.load(id)).aggregate;
    await textMessage(uses, {
      name: what,
      key: `contact:${id}:${what}:${sequence}`,
      owner: ownerOf(id, state),
      personId: state.exposedPersonId,
      template: what,
    });
  };
