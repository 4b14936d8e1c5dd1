import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { drawFaults } from '../../tools/chaos/faults/draw.ts';
import type { FaultKind } from '../../tools/chaos/faults/fault.ts';
import { seeded } from '../../tools/chaos/random.ts';
import { run } from '../../tools/chaos/run.ts';
import { setStage } from '../../tools/chaos/stage.ts';

/** The short form of `npm run chaos`: two seeds, on servers of its own, because it kills them. */
let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => {
  stage = await setStage({ print: () => undefined });
}, 120_000);
afterAll(() => stage.leave(false));

const KINDS: readonly FaultKind[] = ['partner', 'crash', 'kill', 'signal', 'webhook', 'contradiction'];

test.each([
  [1, 20_201],
  [2, 20_202],
])(
  'run %i under the faults of seed %i: nothing lost, doubled, stuck or out of order',
  async (number, seed) => {
    const { simulators } = stage.world;
    const faults = drawFaults(seeded(seed), { simulators, count: 8, kinds: KINDS });
    const report = await run(stage.world, {
      seed,
      number,
      faults,
      cases: 10,
      faultsWithinMilliseconds: 20_000,
    });
    expect(report.findings).toEqual([]);
    expect(report.injected.length).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThanOrEqual(report.cases);
  },
  170_000,
);
