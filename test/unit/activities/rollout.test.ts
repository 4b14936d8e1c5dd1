import { describe, expect, jest, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import { awaitEffect } from '../../../activities/bulk-work/rollout.ts';

const VERSION = 'kr-covid-19/2020-06-25/2';
const uses = {
  bulkRuns: { load: () => Promise.resolve({ aggregate: { state: { about: { version: VERSION } } } }) },
  protocols: { latestVersions: () => Promise.resolve([{ id: VERSION, effectiveFrom: '2020-06-25' }]) },
} as unknown as BulkUses;

describe('a rollout', () => {
  test('waits for the day from which its version is in force', async () => {
    const settled = jest.fn(() => Promise.resolve());
    expect(await awaitEffect(uses, settled)({ runId: 'run', at: '2020-06-20T01:00:01.000Z' })).toEqual({
      paused: false,
      waitUntil: '2020-06-24T15:00:00Z',
    });
    expect(settled).not.toHaveBeenCalled();
  });
  test('begins only when whoever read the rules before has stored what came of it', async () => {
    let letGo = (): void => undefined;
    const settled = () => new Promise<void>((resolve) => (letGo = resolve));
    let begun = false;
    const asked = awaitEffect(uses, settled)({ runId: 'run', at: '2020-07-01T01:00:00.000Z' });
    void asked.then(() => (begun = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toBe(false);
    letGo();
    expect(await asked).toEqual({ paused: false });
  });
});
