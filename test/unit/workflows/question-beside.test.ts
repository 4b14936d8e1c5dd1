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
  setHandler: () => undefined,
}));
jest.unstable_mockModule('../../../workflows/summaries.ts', () => ({
  told: (activity: (input: unknown) => unknown, _what: string, input: unknown) =>
    Promise.resolve(activity(input)),
}));
jest.unstable_mockModule('../../../workflows/activity-presets.ts', () => ({
  store: {
    putQuestion: ({ commandId, attempt }: { commandId: string; attempt: number }) => {
      put.push(commandId);
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

test.each([
  ['is down: question and reminder pass, then staff ask', isDown, 0, 2, ['symptom-answer', 'symptom-answer']],
  ['refuses: staff ask at once', refused, 0, 1, ['symptom-answer']],
  [
    'holds it for a doubt: nobody asks before that is resolved',
    isDown,
    1,
    2,
    ['symptom-answer', 'identity', 'symptom-answer'],
  ],
] as const)('a gateway that %s', async (_what, how, held, questions, waited) => {
  put.length = 0;
  sends = how;
  const { life, waits } = process(held);
  expect(await askedBeside(life, 3, nobody)).toBe(false);
  expect(waits).toEqual(waited);
  expect(put).toEqual(['symptom-question:3-1', 'symptom-question:3-2'].slice(0, questions));
});
