import { describe, expect, test } from '@jest/globals';
import { drawFaults, programsAt } from '../../../tools/chaos/faults/draw.ts';
import { describe as lineOf, FAULT_KINDS } from '../../../tools/chaos/faults/fault.ts';
import { drawStory } from '../../../tools/chaos/load/story.ts';
import { seedAfter, seeded } from '../../../tools/chaos/random.ts';
import { CRASH_POINTS } from '../../../activities/ports/crash-points.ts';

const simulators = [{ name: 'sms', url: 'http://sms', faults: ['delay', 'fail', 'garbage'] }];
const faultsOf = (seed: number) =>
  drawFaults(seeded(seed), { simulators, count: 12, kinds: FAULT_KINDS }).map(lineOf);

describe('the chance of a fault test', () => {
  test('draws the same again from the same seed, and something else from another', () => {
    expect(faultsOf(4)).toEqual(faultsOf(4));
    expect(faultsOf(4)).not.toEqual(faultsOf(5));
    const stories = (seed: number) => [1, 2, 3, 4].map((number) => drawStory(seeded(seed), number));
    expect(stories(9)).toEqual(stories(9));
    expect(seedAfter(7)).toBe(seedAfter(7));
  });

  test('draws numbers within their bounds, all of them in the long run', () => {
    const { between } = seeded(1);
    const drawn = Array.from({ length: 400 }, () => between(2, 5));
    expect([...new Set(drawn)].sort((one, other) => one - other)).toEqual([2, 3, 4, 5]);
  });

  test('reaches every crash point, in a program that passes it', () => {
    const hit = new Set<string>();
    const random = seeded(11);
    for (let run = 0; run < 200; run += 1)
      for (const fault of drawFaults(random, { simulators, count: 10, kinds: ['crash', 'partner'] }))
        if (fault.kind === 'crash') {
          hit.add(fault.point);
          expect(programsAt(fault.point)).toContain(fault.program);
        }
    expect([...hit].sort()).toEqual([...CRASH_POINTS].sort());
  });

  test('hurts in the order of time, and no more processes at once than come back in a run', () => {
    const faults = drawFaults(seeded(3), { simulators, count: 40, kinds: FAULT_KINDS });
    expect(faults.map(({ at }) => at)).toEqual(faults.map(({ at }) => at).sort((one, other) => one - other));
    expect(faults.filter(({ kind }) => kind === 'kill')).toHaveLength(1);
    expect(faults.filter(({ kind }) => kind === 'store-lost')).toHaveLength(1);
  });
});
