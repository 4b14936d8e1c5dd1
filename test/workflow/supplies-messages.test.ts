import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';
import { CALLED_OFF, FOREVER } from '../support/trouble.ts';

const world = forThisFile(caseWorld);
const story = isolationStory(world);

const RICE = [{ code: 'rice', quantity: 2 }];

/** Supplies whose question cannot go out. */
const unasked = async () => {
  const quarantine = await story.quarantine(await story.somebody());
  await story.isolationIs(quarantine, 'active');
  world.partners.trouble('sms', 'down', FOREVER, 'essentials-question');
  const asked = { ...world.request(), isolationId: quarantine, needed: RICE, budgetWon: 100_000 };
  const { id } = await world.ask.openSupplies(asked);
  const key = `supplies:${id}:essentials-question`;
  await world.until('it is tried', async () => isUnsettled(world.uses.effects, key));
  return { id, quarantine, key };
};

describe('while the SMS gateway is down', () => {
  test('what staff found to be missing is ordered, and nobody is asked for it afterwards', async () => {
    const { id, key } = await unasked();
    await world.ask.checkEssentials({ ...world.request(), suppliesId: id, missing: RICE });
    await story.suppliesAre(id, 'shipped');
    await world.ask.recordEssentialsDelivery({ ...world.request(), suppliesId: id, attempt: 1 });
    await story.ended(`supplies/${id}`, 'supplies-while-no-message-goes-out');
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(story.sentTo(id)).toEqual([]);
  });

  test('an isolation that ends is heard, and nobody who is free is asked', async () => {
    const { id, quarantine, key } = await unasked();
    await world.ask.endIsolationWhenDue({
      ...world.request(),
      isolationId: quarantine,
      because: 'withdrawn',
    });
    await story.suppliesAre(id, 'cancelled');
    await story.ended(`supplies/${id}`);
    expect(await world.effect(key)).toEqual(CALLED_OFF);
    expect(story.sentTo(id)).toEqual([]);
  });
});

describe('an order that came to nothing', () => {
  const placed = async (missing: readonly { code: string; quantity: number }[]): Promise<string> => {
    const quarantine = await story.quarantine(await story.somebody());
    await story.isolationIs(quarantine, 'active');
    const { id } = await world.ask.openSupplies({
      ...world.request(),
      isolationId: quarantine,
      needed: missing,
      budgetWon: 100_000,
    });
    await world.ask.checkEssentials({ ...world.request(), suppliesId: id, missing });
    return id;
  };

  test('is told of as ordered again when it is', async () => {
    const id = await placed([...RICE, { code: 'SOLD-OUT-ramen', quantity: 1 }]);
    await world.until('a second parcel', async () => {
      const { stage, attempts } = await story.supplies(id);
      return stage === 'shipped' && attempts.length === 2;
    });
    await world.until('told', async () => story.sentTo(id).includes('supplies-delayed:1'));
  });

  test('is not told of as ordered again when nothing is left to order', async () => {
    const id = await placed([{ code: 'SOLD-OUT-ramen', quantity: 1 }]);
    await story.decide(await story.task(id, 'supplies-failed'), 'cancel');
    await story.ended(`supplies/${id}`);
    expect(story.sentTo(id).filter((key) => key.startsWith('supplies-delayed'))).toEqual([]);
  });
});
