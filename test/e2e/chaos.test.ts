import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FaultKind } from '../../tools/chaos/faults/fault.ts';
import { run } from '../../tools/chaos/run.ts';
import { setStage } from '../../tools/chaos/stage.ts';

/** The short form of `npm run chaos`: two seeds, on servers of its own, because it kills them. */
let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => {
  stage = await setStage({ print: () => undefined });
}, 120_000);
afterAll(() => stage.leave(false));

const KINDS: readonly FaultKind[] = ['partner', 'crash', 'kill', 'signal', 'webhook'];

test.each([
  [1, 20_201],
  [2, 20_202],
])(
  'run %i under the faults of seed %i: nothing lost, doubled, stuck or out of order',
  async (number, seed) => {
    const report = await run(stage.world, { seed, number, faults: 8, cases: 10, kinds: KINDS });
    expect(report.findings).toEqual([]);
    expect(report.injected.length).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThanOrEqual(report.cases);
  },
  170_000,
);
