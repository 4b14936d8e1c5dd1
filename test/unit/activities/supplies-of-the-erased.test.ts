import { expect, test } from '@jest/globals';
import { suppliesStanding } from '../../../activities/isolation-management/supplies-standing.ts';
import type { Uses } from '../../../activities/uses.ts';
import { aPerson, erased, movedTo, registered } from '../../support/person-fixtures.ts';
import { supplies, untilPaid } from '../../support/supplies-fixtures.ts';

/** Supplies that are paid, of somebody with an address. */
function paidFor() {
  const [one, person] = [supplies(), aPerson()];
  for (const command of untilPaid) one.execute(command);
  for (const command of [registered(), movedTo()]) person.execute(command);
  const uses = {
    supplies: { load: async () => ({ aggregate: one }) },
    isolations: { load: async () => ({ aggregate: { state: { stage: 'active' } } }) },
    people: { load: async () => ({ aggregate: person }) },
  } as unknown as Uses;
  return { person, look: () => suppliesStanding(uses)({ id: one.id, at: '2026-03-10T00:00:00Z' }) };
}

test('supplies of somebody who was erased are looked at all the same: they are to be called off', async () => {
  const { person, look } = paidFor();
  expect(await look()).toMatchObject({ stage: 'paid', addressKnown: true });
  expect(await look()).not.toHaveProperty('overBecause');
  person.execute(erased());
  expect(await look()).toMatchObject({ stage: 'paid', addressKnown: false, overBecause: 'person-erased' });
});
