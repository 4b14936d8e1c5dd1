import type { ContactState } from '../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { isNoCase } from '../domain/patient-management/case/case.state.ts';
import type { Uses } from './uses.ts';

/** What a contact is told, once in each follow-up, for each exposure or for each test: `sequence` is its number. */
const CONTACT_MESSAGES = [
  'watch-notice',
  'watch-end-notice',
  'contact-notice',
  'quarantine-test-notice',
] as const;
export type ContactMessage = Readonly<{
  id: string;
  what: (typeof CONTACT_MESSAGES)[number];
  sequence: number;
}>;

export const keyOfContactMessage = ({ id, what, sequence }: ContactMessage): string =>
  `contact:${id}:${what}:${sequence}`;

/** Which message has that key. */
export function contactMessageOf(key: string): ContactMessage | undefined {
  const [kind, id = '', name, sequence] = key.split(':');
  const what = CONTACT_MESSAGES.find((one) => one === name);
  return kind === 'contact' && what !== undefined ? { id, what, sequence: Number(sequence) } : undefined;
}

/**
 * Whether that message is what the contact has to know now. Nobody is told of a contact with somebody who was no case, of a
 * watch or a test that is over, or of the end of a watch of which they were never told.
 */
export async function isOwedToContact(uses: Uses, message: ContactMessage): Promise<boolean> {
  const { state } = (await uses.contacts.load(message.id)).aggregate;
  if (!OWED[message.what](state, message.sequence)) return false;
  if (message.what === 'watch-end-notice')
    return uses.effects.wasAttempted(keyOfContactMessage({ ...message, what: 'watch-notice' }));
  if (isNoCase((await uses.cases.load(state.sourceCaseId)).aggregate.state)) return false;
  return message.what !== 'quarantine-test-notice' || isToBeTaken(uses, message);
}

type Holds = (state: ContactState, sequence: number) => boolean;
const OWED: Readonly<Record<ContactMessage['what'], Holds>> = {
  'watch-notice': ({ stage, plan, followUps = 0 }, followUp) =>
    stage === 'follow-up' && plan?.kind !== 'quarantine' && followUps === followUp,
  'watch-end-notice': ({ stage, followUp: status, followUps = 0 }, followUp) =>
    stage === 'followed-up' && status === 'completed' && followUps === followUp,
  'contact-notice': ({ stage, grade, plan, exposures }, known) =>
    (stage === 'graded' || stage === 'followed-up') &&
    grade !== 'none' &&
    plan?.kind === 'none' &&
    exposures.length === known,
  'quarantine-test-notice': ({ stage }) => stage === 'follow-up',
};

/** Somebody who has been to the clinic is not sent there. */
async function isToBeTaken({ lookups, tests }: Uses, { id, sequence }: ContactMessage): Promise<boolean> {
  for (const testId of await lookups.testsOfContact(id)) {
    const { state } = (await tests.load(testId)).aggregate;
    if (state.sequence === sequence) return state.stage === 'ordered' || state.stage === 'rejected';
  }
  return false;
}
