import { expect, jest, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import type { News } from '../../../activities/ports/processes.ts';

const waiting: { holds: () => boolean; go: () => void }[] = [];
let receive: (news: readonly News[]) => void = () => undefined;

jest.unstable_mockModule('@temporalio/workflow', () => ({
  condition: (holds: () => boolean) =>
    holds() ? Promise.resolve() : new Promise<void>((go) => waiting.push({ holds, go })),
  defineSignal: () => 'news',
  setHandler: (_signal: unknown, handler: typeof receive) => {
    receive = handler;
  },
  setCurrentDetails: () => undefined,
  upsertSearchAttributes: () => undefined,
  patched: () => true,
  isCancellation: () => false,
  CancellationScope: class {
    run = <Result>(one: () => Promise<Result>) => one();
    cancel = () => undefined;
  },
}));
const { livingProcess } = await import('../../../workflows/living-process.ts');

const failure = (type: string) => ApplicationFailure.create({ message: type, type, nonRetryable: true });
/** As the engine does after each activation: whoever's condition holds goes on. */
const settled = async () => {
  for (let round = 0; round < 20; round += 1) {
    for (const { holds, go } of waiting) if (holds()) go();
    await Promise.resolve();
  }
};

/** A process whose tasks are open until they are decided. */
function process() {
  const tasks: string[] = [];
  let decided = 0;
  const life = livingProcess<'one', 'nothing'>(
    { v: 2, news: [] },
    {
      stageAttribute: 'Stage',
      stageWords: { one: '' },
      waitWords: { nothing: '' },
      turns: () => false,
      askToMend: (name: string, reason: string) => {
        const task = `${name.split(':', 2).join(':')} ${reason}`;
        if (!tasks.includes(task)) tasks.push(task);
        return Promise.resolve(tasks.indexOf(task) < decided);
      },
    },
  );
  const decide = () => {
    decided += 1;
    const at = '2026-01-01T00:00:00Z';
    receive([{ type: 'TaskDecided', aggregateId: `task-${decided}`, version: 2, at } as News]);
  };
  return { life, tasks, decide };
}

test.each([
  ['a defect', 'Defect', 'store: Defect', 1],
  ['a partner’s refusal', 'ExternalSystemRefused', 'partner-refused', 1],
  ['the domain’s refusal', 'registry-number/malformed', 'registry-number/malformed', 2],
])(
  'an errand that fails with %s is a task, and is tried again when it is decided',
  async (_what, type, reason, failures) => {
    const { life, tasks, decide } = process();
    let attempts = 0;
    life.meanwhile(async () => {
      attempts += 1;
      if (attempts <= failures) throw failure(type);
    });
    await settled();
    expect(tasks).toEqual([`errand:1 ${reason}`]);

    let done = false;
    const all = life.errandsDone().then(() => {
      done = true;
    });
    await settled();
    expect([done, attempts, life.carriedOn()]).toEqual([false, failures, undefined]);
    decide();
    await settled();
    await all;
    expect([done, attempts, tasks.length]).toEqual([true, failures + 1, 1]);
  },
);

test('an errand that was refused because its subject moved on is tried again without a task', async () => {
  const { life, tasks } = process();
  let attempts = 0;
  life.meanwhile(async () => {
    attempts += 1;
    if (attempts === 1) throw failure('case/already-closed');
  });
  await settled();
  await life.errandsDone();
  expect([attempts, tasks]).toEqual([2, []]);
});

test('an errand that fails with something else fails its process', async () => {
  const { life } = process();
  life.meanwhile(() => Promise.reject(new Error('unheard of')));
  await settled();
  await expect(life.errandsDone()).rejects.toThrow('unheard of');
});

test('what is begun once in a run is not begun again by its name, done or not', async () => {
  const { life } = process();
  const begun: string[] = [];
  const begin = (name: string) =>
    life.meanwhileOnce(name, async () => {
      begun.push(name);
    });
  begin('notice');
  begin('notice');
  await settled();
  begin('notice');
  begin('reminder');
  await settled();
  await life.errandsDone();
  expect(begun).toEqual(['notice', 'reminder']);
});
