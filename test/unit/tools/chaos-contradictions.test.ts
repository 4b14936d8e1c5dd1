import { expect, test } from '@jest/globals';
import { contradiction, type ContradictionName } from '../../../tools/chaos/faults/contradictions.ts';
import { dealtWith } from '../../../tools/chaos/oracle/contradicted.ts';
import type { World } from '../../../tools/chaos/world.ts';

const ID = '01900000-0000-7000-8000-0000000000e1';

test.each<[ContradictionName, object, string]>([
  ['parcel delivered after lost', { reference: `${ID}-2` }, `supplies:${ID}:parcel-arrived-late:2`],
  ['corrected result', { identifier: [{ value: ID }] }, `test:${ID}:corrected-`],
  ['text undelivered after delivered', { reference: `case:${ID}:x` }, `case:${ID}:x:undeliverable`],
])('%s: staff are asked by the command that begins so', (what, said, begins) => {
  expect(contradiction(what).asksAs?.(said as Readonly<Record<string, unknown>>)).toBe(begins);
});

const ASKED = { isOfMessage: false, stage: 'decided' };
const LAID_ASIDE = { isOfMessage: true, stage: 'open' };
const CANCELLED = { isOfMessage: false, stage: 'cancelled' };

test.each<[string, ContradictionName, string, readonly object[], boolean]>([
  ['booked, and asked about', 'corrected result', 'applied', [ASKED], true],
  ['booked, and nobody asked', 'corrected result', 'applied', [], false],
  ['booked, and the task called off', 'corrected result', 'applied', [CANCELLED], false],
  ['a text nobody needs any more', 'text undelivered after delivered', 'applied', [CANCELLED], true],
  ['laid aside for a person', 'another result', 'parked', [LAID_ASIDE], true],
  ['laid aside, and another thing asked', 'another result', 'parked', [ASKED], false],
  ['laid aside for nobody', 'another result', 'parked', [], false],
])('what is taken back, %s', async (_what, what, status, tasks, hasTask) => {
  const asked: unknown[] = [];
  const read = (_text: string, values: readonly unknown[] = []) => {
    asked.push(...values);
    return Promise.resolve([{ status, tasks }]);
  };
  const asksAs = contradiction(what).asksAs?.({ reference: 'text-1', identifier: [{ value: ID }] });
  const told = { what, system: 'its system', messageId: 'm-1', asksAs };
  const [view] = await dealtWith({ read } as unknown as Pick<World, 'read'>, [told]);
  expect(view).toMatchObject({ status, hasTask, mayBeBooked: asksAs !== undefined });
  expect(asked).toEqual(['its system', 'm-1', asksAs ?? null]);
});
