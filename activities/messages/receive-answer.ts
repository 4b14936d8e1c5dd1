import { courseOf } from '../../domain/patient-management/case/sms-answer.ts';
import type { Course } from '../../domain/patient-management/case/symptom-report.ts';
import { askAboutAnswer, type Answering } from '../ask-about-answer.ts';
import { telephoneOf } from '../sender.ts';
import type { Uses } from '../uses.ts';
import { placeAnswer } from './place-answer.ts';

type AnswerInput = Readonly<{ commandId: string; fingerprint: string; from: string; text: string }>;
type AnswerOutcome = 'reported' | 'for-staff';

/** What is done with a text whose meaning and person are known. */
type Roads = Readonly<{
  ofCase: (answer: Told & Readonly<{ caseId: string; course: Course }>) => Promise<void>;
  ofContact: (answer: Told & Readonly<{ contactId: string; symptomatic: boolean }>) => Promise<void>;
}>;
type Told = Readonly<{ commandId: string; fingerprint: string }>;
type Candidate = Answering & Readonly<{ personId: string; asked: boolean }>;

/**
 * A text message from a patient or somebody under watch. Whoever was asked is meant. What cannot be read, or may be meant
 * for several people who share a telephone, becomes a task for staff: an answer is never lost and never guessed.
 */
export const receiveAnswer =
  (uses: Uses, { ofCase, ofContact }: Roads) =>
  async ({ commandId, fingerprint, from, text }: AnswerInput): Promise<AnswerOutcome> => {
    const phone = telephoneOf(from);
    const [cases, contacts] = await Promise.all([
      uses.lookups.casesAtHomeByPhone(phone),
      uses.lookups.contactsWatchedByPhone(phone),
    ]);
    const candidates: readonly Candidate[] = [...cases, ...contacts];
    if (candidates.length === 0) return placeAnswer(uses)({ commandId, from });
    const asked = candidates.filter((one) => one.asked);
    const meant = asked.length > 0 ? asked : candidates;
    const ofOne = new Set(meant.map(({ personId }) => personId)).size === 1;
    const road = ofOne ? roadOf(meant, courseOf(text)) : undefined;
    if (road === undefined) {
      const at = await uses.clock.now();
      for (const one of meant) await askAboutAnswer(uses, one, { commandId, at });
      return 'for-staff';
    }
    const told = { commandId, fingerprint };
    if ('caseId' in road) await ofCase({ ...told, ...road });
    else
      for (const contactId of road.contactIds)
        await ofContact({ ...told, contactId, symptomatic: road.symptomatic });
    return 'reported';
  };

type Road =
  | Readonly<{ caseId: string; course: Course }>
  | Readonly<{ contactIds: readonly string[]; symptomatic: boolean }>;

/** One person's: about the case, where there is just one; otherwise about each contact, who is asked yes or no. */
function roadOf(meant: readonly Candidate[], course: Course | undefined): Road | undefined {
  if (course === undefined) return undefined;
  const cases = meant.filter(({ contactId }) => contactId === undefined);
  const [only, another] = cases;
  if (another !== undefined) return undefined;
  if (only !== undefined) return { caseId: only.caseId, course };
  if (course === 'improving') return undefined;
  const contactIds = meant.flatMap(({ contactId }) => contactId ?? []);
  return { contactIds, symptomatic: course === 'notImproved' };
}
