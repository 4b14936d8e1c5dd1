import { courseOf } from '../../domain/patient-management/case/sms-answer.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { change } from '../change.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { Uses } from '../uses.ts';
import { CONTACT_PROCESS } from './contact-step.ts';

export type ContactAnswerInput = Readonly<{
  commandId: string;
  fingerprint: string;
  from: string;
  text: string;
}>;
export type ContactAnswerOutcome = 'reported' | 'for-staff' | 'unknown-sender';

/**
 * A text message from somebody under watch. What cannot be read, or may be meant for several people who share a
 * telephone, becomes a task for staff: an answer is never lost and never guessed.
 */
export const receiveContactAnswer =
  (uses: Uses) =>
  async ({ commandId, fingerprint, from, text }: ContactAnswerInput): Promise<ContactAnswerOutcome> => {
    const watched = await uses.lookups.contactsWatchedByPhone(telephone(from));
    if (watched.length === 0) return 'unknown-sender';
    const at = await uses.clock.now();
    const course = courseOf(text);
    const isOne = new Set(watched.map(({ personId }) => personId)).size === 1;
    if (!isOne || course === undefined || course === 'improving') {
      for (const { contactId: id, district, caseId } of watched) {
        await openTaskAbout(uses)({
          commandId: `${commandId}/${id}`,
          kind: 'answer-unclear',
          subject: { kind: 'contact', id },
          district,
          caseId,
          by: CONTACT_PROCESS,
          at,
        });
      }
      return 'for-staff';
    }
    for (const { contactId } of watched) {
      await change(
        uses.contacts,
        contactId,
        { commandId: `${commandId}/${contactId}`, fingerprint },
        (contact) =>
          contact.execute({
            type: 'ReportContactSymptoms',
            symptomatic: course === 'notImproved',
            by: 'contact',
            at: Instant.of(at),
          }),
      );
    }
    return 'reported';
  };

function telephone(from: string): string {
  try {
    return PhoneNumber.of(from).e164;
  } catch (error) {
    if (error instanceof DomainError) return '';
    throw error;
  }
}
