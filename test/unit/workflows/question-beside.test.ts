import { expect, jest, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { Wanted } from '../../../workflows/news.ts';

const BY = '2026-01-01T15:00:00Z';
const put: string[] = [];
let sends: () => Promise<void> = () => Promise.resolve();

jest.unstable_mockModule('@temporalio/workflow', () => ({
  CancellationScope: { nonCancellable: (one: () => Promise<unknown>) => one() },
  condition: () => Promise.resolve(),
  defineSignal: () => 'news',
  patched: () => true,
  setHandler: () => undefined,
}));
jest.unstable_mockModule('../../../workflows/summaries.ts', () => ({
  told: (activity: (input: unknown) => unknown, _what: string, input: unknown) =>
    Promise.resolve(activity(input)),
}));
jest.unstable_mockModule('../../../workflows/activity-presets.ts', () => ({
  store: {
    putQuestion: ({ commandId, attempt, again }: { commandId: string; attempt: number; again?: true }) => {
      put.push(again === true ? `${commandId} again` : commandId);
      return { answerBy: BY, lastAttempt: attempt === 2 };
    },
    openTask: () => ({ taskId: 'task', decided: false }),
  },
  sms: { sendQuestion: () => sends() },
}));
const { askedBeside } = await import('../../../workflows/patient-management/symptom-question.ts');

const nobody: Wanted = () => false;
const isDown = (): Promise<never> => new Promise(() => undefined);
const refused = () =>
  Promise.reject(ApplicationFailure.create({ type: 'ExternalSystemRefused', nonRetryable: true }));

/** A case's process in which nobody says anything; `held` so many times an identity is in doubt. */
function process(held: number) {
  const waits: string[] = [];
  let holds = held;
  const life = {
    step: (name: string) => ({ commandId: name }),
    heardOf: () => 0,
    isHeld: () => holds > 0,
    meanwhile: (errand: () => Promise<void>) => void errand(),
    until: async ({ for: what }: { for: string }) => {
      waits.push(what);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      if (what === 'identity') holds -= 1;
      return undefined;
    },
  };
  return { life: life as never, waits };
}

const [FIRST, SECOND] = ['symptom-question:3-1', 'symptom-question:3-2'];
test.each([
  [
    'is down: question and reminder pass, then staff ask',
    isDown,
    0,
    [FIRST, SECOND],
    ['symptom-answer', 'symptom-answer'],
  ],
  ['refuses: staff ask at once', refused, 0, [FIRST], ['symptom-answer']],
  [
    'holds it for a doubt: nobody asks before that is resolved, and then there is time to answer',
    isDown,
    1,
    [FIRST, `${FIRST} again`, SECOND],
    ['symptom-answer', 'identity', 'symptom-answer', 'symptom-answer'],
  ],
] as const)('a gateway that %s', async (_what, how, held, questions, waited) => {
  put.length = 0;
  sends = how;
  const { life, waits } = process(held);
  expect(await askedBeside(life, 3, nobody)).toBe(false);
  expect(waits).toEqual(waited);
  expect(put).toEqual(questions);
});
