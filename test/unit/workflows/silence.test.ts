import { expect, jest, test } from '@jest/globals';
import type { News } from '../../../activities/ports/processes.ts';

type Task = Readonly<{ taskId: string; decided: boolean }>;

const PAST = '2026-01-01T00:00:00Z';
/** As the store answers after a rebuild: the first task was decided ("nobody at home"), the second is open. */
const TASKS = new Map<string, Task>([
  ['no-answer:3-1', { taskId: 'first', decided: true }],
  ['no-answer:3-2', { taskId: 'second', decided: false }],
]);
const opened: string[] = [];
const never = (): Promise<never> => new Promise(() => undefined);

jest.unstable_mockModule('@temporalio/workflow', () => ({
  CancellationScope: {},
  patched: () => true,
  condition: never,
  defineSignal: () => 'news',
  setHandler: () => undefined,
}));
jest.unstable_mockModule('../../../workflows/summaries.ts', () => ({
  told: (activity: (input: unknown) => unknown, _what: string, input: unknown) =>
    Promise.resolve(activity(input)),
}));
jest.unstable_mockModule('../../../workflows/activity-presets.ts', () => ({
  store: {
    assignTier: () => ({ tier: null, missing: [] }),
    planReleaseCheck: () => ({ dueAt: PAST, check: 3 }),
    checkReleaseCriteria: () => ({ ask: true, askAt: PAST }),
    openTask: ({ commandId }: { commandId: string }) => {
      opened.push(commandId);
      return TASKS.get(commandId);
    },
    cancelTasks: () => undefined,
  },
  sms: { askForSymptoms: () => ({ answerBy: PAST, lastAttempt: true }) },
  laboratory: {},
}));
const { check } = await import('../../../workflows/patient-management/home-treatment.ts');

test('silence waits for the task that is open, not for one that was decided before the process began again', async () => {
  const waitsFor = await new Promise<(news: Partial<News>) => boolean>((resolve) => {
    const life = {
      moment: () => ({}),
      now: () => PAST,
      isBefore: () => false,
      heardOf: () => 0,
      step: (name: string) => ({ commandId: name }),
      until: ({ for: what, news }: { for: string; news: (one: Partial<News>) => boolean }) => {
        if (what !== 'staff') return Promise.resolve(undefined);
        resolve(news);
        return never();
      },
    };
    void check(life as never, { retestOutstanding: false } as never);
  });
  expect(opened).toEqual(['no-answer:3-1', 'no-answer:3-2']);
  expect(waitsFor({ aggregateId: 'second', type: 'TaskDecided' })).toBe(true);
});
