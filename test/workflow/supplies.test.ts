import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { isolationStory, type IsolationStory } from '../support/isolation-story.ts';

let world: CaseWorld;
let story: IsolationStory;
beforeAll(async () => {
  world = await caseWorld();
  story = isolationStory(world);
});
afterAll(async () => {
  await world.close();
});

type Items = readonly Readonly<{ code: string; quantity: number }>[];
const RICE: Items = [{ code: 'rice', quantity: 2 }];

/** Supplies that were opened, of somebody who said what is missing. */
const missing = async (items: Items = RICE, address?: readonly string[]) => {
  const quarantine = await story.quarantine(await story.somebody(address));
  await story.isolationIs(quarantine, 'active');
  const { id } = await world.ask.openSupplies({
    ...world.request(),
    isolationId: quarantine,
    needed: items,
    budgetWon: 100_000,
  });
  await world.ask.checkEssentials({ ...world.request(), suppliesId: id, missing: items });
  return { id, quarantine };
};

describe('supplies', () => {
  test('are ordered, paid once, shipped and delivered', async () => {
    const { id } = await missing();
    await story.suppliesAre(id, 'shipped');
    await world.ask.recordEssentialsDelivery({ ...world.request(), suppliesId: id, attempt: 1 });
    await story.ended(`supplies/${id}`, 'supplies-delivered');
    expect(await story.supplies(id)).toMatchObject({ stage: 'delivered', paidWon: 40_000, refundedWon: 0 });
    const paid = world.partners.paymentsMade().filter(({ suppliesId }) => suppliesId === id);
    expect(paid.map(({ key, won }) => [key, won])).toEqual([[`supplies:${id}:payment:1`, 40_000]]);
    const parcel = world.partners.parcels().find(({ suppliesId }) => suppliesId === id);
    expect(parcel).toMatchObject({ items: RICE, to: { addressLines: ['세종대로 110', '101호'] } });
  });
});
