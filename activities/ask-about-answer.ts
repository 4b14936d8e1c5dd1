import { openTask } from './open-task.ts';
import { openTaskAbout } from './open-task-about.ts';
import type { AnsweringContact } from './ports/contact-lookups.ts';
import type { Uses } from './uses.ts';

/** Whose answer it may be: a case’s, or a contact’s (`caseId`: the source case). */
export type Answering = Readonly<{ caseId: string; contactId?: undefined }> | AnsweringContact;

const kind = 'answer-unclear';
const BY = 'process:contact';

/** A person finds out what a text says and whom it is about. Many texts of one sender are one task, while it is open. */
export async function askAboutAnswer(
  uses: Uses,
  one: Answering,
  step: Readonly<{ commandId: string; at: string }>,
): Promise<void> {
  const { contactId: id, caseId } = one;
  const { lookups } = uses;
  if (id === undefined) {
    if ((await lookups.openTasksOfCase(caseId, [kind])).length > 0) return;
    await openTask(uses)({ ...step, caseId, kind, commandId: `${step.commandId}/${caseId}` });
    return;
  }
  const subject = { kind: 'contact', id } as const;
  if ((await lookups.openTasksAbout(subject, [kind])).length > 0) return;
  const { district } = one;
  const commandId = `${step.commandId}/${id}`;
  await openTaskAbout(uses)({ ...step, commandId, kind, subject, district, caseId, by: BY });
}
