import { expect, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import { doCommands } from '../../../activities/bulk-work/do-commands.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';

const ASKED_AT = '2026-03-01T03:00:00.000Z';
const ago = (seconds: number): string =>
  Instant.of(ASKED_AT)
    .plusHours(seconds / 3_600)
    .toString();

/** In seconds: how long an undo waits that was asked for so many seconds before, and its run stands there. */
async function waits(seconds: number, stage: 'running' | 'paused'): Promise<number> {
  const now = ago(seconds);
  const uses = {
    clock: { now: () => Promise.resolve(now) },
    bulkCommands: { of: () => Promise.resolve({ undoOf: 'undone' }) },
    bulkRuns: {
      load: (id: string) =>
        Promise.resolve({
          aggregate: { state: { stage: id === 'undone' ? stage : 'running', requestedAt: ASKED_AT } },
        }),
    },
  } as unknown as BulkUses;
  const { waitUntil = now } = await doCommands(uses, {} as never)({ runId: 'undo', at: now });
  return (Date.parse(waitUntil) - Date.parse(now)) / 1_000;
}

test.each([
  [0, 2],
  [1, 2],
  [10, 10],
  [59, 59],
  [600, 60],
])('an undo that was asked for %i s ago asks again in %i s whether its run has ended', async (ago, soon) => {
  expect(await waits(ago, 'running')).toBe(soon);
});

test('where somebody has stopped that run it waits ten minutes', async () => {
  expect(await waits(600, 'paused')).toBe(600);
});

test('however long it waits, its questions stay few', async () => {
  let [waited, questions] = [0, 0];
  for (; waited < 3_600; questions += 1) waited += await waits(waited, 'running');
  expect(questions).toBeLessThan(70);
});
