import { patched } from '@temporalio/workflow';
import type { ContactStanding } from '../../activities/index.ts';
import { laboratory, sms } from '../activity-presets.ts';
import { wasRefusedByPartner } from '../failures.ts';
import type { SubjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import type { ContactWait } from './contact-words.ts';

type TestType = ContactStanding['tests']['open'][number]['testType'];
type Words = 'watch-notice' | 'watch-end-notice' | 'contact-notice' | 'quarantine-test-notice';
type Life = SubjectProcess<ContactStanding['stage'], ContactWait>;

/**
 * What reaches the contact and the laboratory, beside the story: neither a partner that refuses nor a doubt about who
 * somebody is holds up symptoms, dates or the end. `isWatched`: tests are owed only as long as that holds.
 */
export function contactErrands(life: Life, isWatched: () => boolean) {
  const begun = new Set<string>();
  const isBeside = (): boolean => patched('contact/reaches-beside');

  const tell = (what: Words, sequence: number): Promise<boolean> =>
    life.orTellStaff(`${what}:${sequence}`, () =>
      told(sms.tellContact, '접촉자 안내 문자 · message to the contact', {
        ...life.moment(),
        what,
        sequence,
      }),
    );

  /** A message of this contact, asked for once in a run; its key sees to it that it is sent once in a life. */
  const say = async (what: Words, sequence: number): Promise<void> => {
    const name = `${what}:${sequence}`;
    if (begun.has(name)) return;
    begun.add(name);
    if (!isBeside()) return void (await tell(what, sequence));
    life.meanwhile(async () => void (await tell(what, sequence)));
  };

  const order = (sequence: number, testType: TestType) =>
    told(laboratory.testContact, '접촉자 검사 의뢰 · order the test', {
      ...life.moment(),
      sequence,
      testType,
    });

  /** Ends when staff have mended what the laboratory refused, or when the test is owed no more. */
  const mended = async (name: string): Promise<void> => {
    while (isWatched()) {
      const heard = life.heardOf('TaskDecided');
      if ((await life.openTask({ kind: 'quarantine-test', name })).decision !== undefined) return;
      await life.once(() => !isWatched() || life.heardOf('TaskDecided') > heard);
    }
  };

  const untilOrdered = async (sequence: number, testType: TestType): Promise<void> => {
    for (let refusals = 1; isWatched(); refusals += 1) {
      try {
        const { ordered } = await life.whenCleared(() => order(sequence, testType));
        if (ordered) await tell('quarantine-test-notice', sequence);
        return;
      } catch (error) {
        if (!wasRefusedByPartner(error)) throw error;
        await mended(`quarantine-test:${sequence}:refused-${refusals}`);
      }
    }
    begun.delete(`test:${sequence}`);
  };

  return {
    say,
    orderTest: async (sequence: number, testType: TestType): Promise<void> => {
      if (!isBeside()) {
        const question = { kind: 'quarantine-test', name: `quarantine-test:${sequence}` } as const;
        await life.orAskStaff(question, () => order(sequence, testType));
        return say('quarantine-test-notice', sequence);
      }
      const name = `test:${sequence}`;
      if (begun.has(name)) return;
      begun.add(name);
      life.meanwhile(() => untilOrdered(sequence, testType));
    },
  };
}
