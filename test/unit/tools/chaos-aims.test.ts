import { describe, expect, test } from '@jest/globals';
import { EFFECTS } from '../../../activities/effects-catalogue.ts';
import { Faults, FAULTS } from '../../simulators/kit/faults.ts';
import { AIMS, LEFT_OUT, leftOutOf, nameOf, pairsOf } from '../../../tools/chaos/faults/aims.ts';
import { drawFaults } from '../../../tools/chaos/faults/draw.ts';
import type { PartnerFault } from '../../../tools/chaos/faults/fault.ts';
import { cast, isSeldom } from '../../../tools/chaos/load/cast.ts';
import { drawStory, type Story } from '../../../tools/chaos/load/story.ts';
import { seeded } from '../../../tools/chaos/random.ts';

const systems = [...new Set(Object.values(EFFECTS).map(({ system }) => system))];
const simulators = systems.map((name) => ({ name, url: `http://${name}`, faults: FAULTS }));
const pairs = pairsOf(simulators);
const partnerFaults = (seed: number, count: number, place?: number): readonly PartnerFault[] =>
  drawFaults(seeded(seed), { simulators, count, kinds: ['partner'], place }).filter(
    (fault) => fault.kind === 'partner',
  );

describe('what a partner’s fault is aimed at', () => {
  test('every effect is drawn with every fault of its partner, or a rule says why not', () => {
    const drawn = new Set(pairs.map(nameOf));
    for (const { name } of AIMS)
      for (const fault of FAULTS) {
        const reasons = LEFT_OUT.filter(({ aims, faults }) => aims.includes(name) && faults.test(fault));
        expect([name, fault, drawn.has(nameOf({ aim: name, fault })) ? 1 : reasons.length]).toEqual([
          name,
          fault,
          1,
        ]);
      }
    const left = [...leftOutOf(simulators).values()].reduce((sum, count) => sum + count, 0);
    expect(pairs.length + left).toBe(AIMS.length * FAULTS.length);
  });

  test('an effect’s key is met by its own aim alone', () => {
    const id = '01900000-0000-7000-8000-0000000000ab';
    const keys = {
      'isolation-notice': `case:${id}:isolation-notice`,
      'quarantine-notice': `isolation:${id}:quarantine-notice`,
      'supplies-refund': `supplies:${id}:refund:1`,
      'supplies-refund-rest': `supplies:${id}:refund:1-2`,
      'living-support-notice': `living-support:${id}:notice:2`,
      'answer-by-sms': '01040001001',
    };
    for (const [name, key] of Object.entries(keys))
      expect(AIMS.filter(({ shape }) => new RegExp(shape).test(key)).map((aim) => aim.name)).toEqual([name]);
  });
});

describe('the draw goes round', () => {
  test('all pairs, each once, before one comes again', () => {
    const seen: string[] = [];
    for (let place = 5, seed = 1; seen.length < pairs.length; seed += 1) {
      const faults = partnerFaults(seed, Math.min(11, pairs.length - seen.length), place);
      seen.push(...faults.map(nameOf));
      place += faults.length;
    }
    expect([...seen].sort()).toEqual(pairs.map(nameOf).sort());
  });

  test('and begins where it is told, or where the seed says', () => {
    expect(partnerFaults(7, 9, 3)).toEqual(partnerFaults(7, 9, 3));
    expect(partnerFaults(7, 9)).toEqual(partnerFaults(7, 9));
    expect(partnerFaults(7, 9).map(nameOf)).not.toEqual(partnerFaults(8, 9).map(nameOf));
  });
});

test('a fault at something seldom has a patient to whom it happens, who comes later than it', () => {
  const fault = {
    at: 400,
    kind: 'partner',
    system: 'sms',
    aim: 'not-a-case-notice',
    fault: 'reset',
  } as const;
  expect(isSeldom('not-a-case-notice')).toBe(true);
  expect(isSeldom('registration')).toBe(false);
  const random = seeded(3);
  const drawn = Array.from({ length: 5 }, (_, number) => drawStory(random, number));
  const stories = cast(drawn, [{ ...fault, aim: 'registration' }, fault], 2);
  expect(stories[2]).toMatchObject({ number: 2, specimen: 'NEG', ends: ['not-a-case'] });
  // All of it is its own: a day of onset that was drawn for another end would hold it up.
  expect(cast([{ ...drawn[0], onsetDaysAgo: 3 } as Story], [fault], 0)).toMatchObject([{ onsetDaysAgo: 12 }]);
  expect([stories[0], stories[1], stories[3], stories[4]]).toEqual([drawn[0], drawn[1], drawn[3], drawn[4]]);
});

test('a simulator keeps a fault for the shape of key that it is aimed at', () => {
  const faults = new Faults();
  faults.add({ kind: 'fail', times: 1, shape: ':refund:\\d+$', id: 'mine' });
  expect(faults.take('fail', 'supplies:1:payment:1')).toBeUndefined();
  expect(faults.take('fail', 'supplies:1:refund:1-2')).toBeUndefined();
  expect(faults.list().map(({ id }) => id)).toEqual(['mine']);
  expect(faults.take('fail', 'supplies:1:refund:1')).toMatchObject({ id: 'mine' });
  expect(faults.list()).toEqual([]);
});
