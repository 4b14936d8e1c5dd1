import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Uses } from '../uses.ts';
import { CONTACT_PROCESS } from './contact-step.ts';
import { settledByAnswer } from './settled-by-answer.ts';

export type ContactAnswer = Readonly<{
  commandId: string;
  fingerprint: string;
  contactId: string;
  symptomatic: boolean;
}>;

/** What somebody under watch has answered by text: nobody has to call them for it any more. */
export const recordContactAnswer =
  (uses: Uses) =>
  async ({ contactId, symptomatic, commandId, fingerprint }: ContactAnswer): Promise<void> => {
    const at = await uses.clock.now();
    const ask = { commandId: `${commandId}/${contactId}`, fingerprint };
    await change(uses.contacts, contactId, ask, (contact) =>
      contact.execute({ type: 'ReportContactSymptoms', symptomatic, by: 'contact', at: Instant.of(at) }),
    );
    await settledByAnswer(uses, contactId, CONTACT_PROCESS, at);
  };
