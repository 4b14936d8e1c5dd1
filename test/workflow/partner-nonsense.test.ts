import { expect, test } from '@jest/globals';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';

const world = forThisFile(caseWorld);
const story = isolationStory(world);

const RICE = [{ code: 'rice', quantity: 2 }];
/** Five answers in a row that make no sense are for a person; the sixth is the next attempt's. */
const TOO_MUCH = 5;

const opened = async (): Promise<string> => {
  const quarantine = await story.quarantine(await story.somebody());
  await story.isolationIs(quarantine, 'active');
  const asked = { ...world.request(), isolationId: quarantine, needed: RICE, budgetWon: 100_000 };
  return (await world.ask.openSupplies(asked)).id;
};
const sayMissing = (suppliesId: string) =>
  world.ask.checkEssentials({ ...world.request(), suppliesId, missing: RICE });
const reasonOf = async (taskId: string) => (await world.uses.tasks.load(taskId)).aggregate.state.reason;

test('a parcel whose tracking makes no sense time after time is a task, and is asked for again the next day', async () => {
  const id = await opened();
  await sayMissing(id);
  await story.suppliesAre(id, 'shipped');
  const parcel = `supplies:${id}:parcel:1`;
  world.partners.trouble('delivery', 'garbage', TOO_MUCH, `track:parcel-${parcel}`);
  world.partners.parcelIs(parcel, 'delivered', '2020-06-25T00:00:00Z');
  await world.days(1);
  const task = await story.task(id, 'process-parked');
  expect(await reasonOf(task)).toBe('partner-makes-no-sense');
  await story.decide(task, 'done');
  await world.days(1);
  await story.ended(`supplies/${id}`);
  expect(await story.supplies(id)).toMatchObject({ stage: 'delivered', paidWon: 40_000, refundedWon: 0 });
}, 170_000);

test('a payment of which nobody can make sense is for staff; tried again, it is paid once', async () => {
  const id = await opened();
  world.partners.trouble('payment', 'garbage', TOO_MUCH, `find:supplies:${id}:payment:1`);
  await sayMissing(id);
  await story.decide(await story.task(id, 'supplies-failed'), 'orderAgain');
  await story.suppliesAre(id, 'shipped');
  const paid = world.partners.paymentsMade().filter(({ suppliesId }) => suppliesId === id);
  expect(paid.map(({ won }) => won)).toEqual([40_000]);
});
