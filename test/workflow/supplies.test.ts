import { describe, expect, test } from '@jest/globals';
import { erasePerson } from '../../activities/patient-management/erase-person.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';

const world = forThisFile(caseWorld);
const story = isolationStory(world);

type Items = readonly Readonly<{ code: string; quantity: number }>[];
const RICE: Items = [{ code: 'rice', quantity: 2 }];

/** Supplies that were opened, of somebody who said what is missing. */
const missing = async (items: Items = RICE, address?: readonly string[]) => {
  const personId = await story.somebody(address);
  const quarantine = await story.quarantine(personId);
  await story.isolationIs(quarantine, 'active');
  const { id } = await world.ask.openSupplies({
    ...world.request(),
    isolationId: quarantine,
    needed: items,
    budgetWon: 100_000,
  });
  await world.ask.checkEssentials({ ...world.request(), suppliesId: id, missing: items });
  return { id, quarantine, personId };
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

  test('hear nothing of their own steps, and nothing of the isolation once they are delivered', async () => {
    const { id, quarantine } = await missing();
    await story.suppliesAre(id, 'shipped');
    await world.ask.recordEssentialsDelivery({ ...world.request(), suppliesId: id, attempt: 1 });
    await story.ended(`supplies/${id}`);
    await world.announced(id);
    const handle = world.client.workflow.getHandle(`supplies/${id}`);
    const { runId } = await handle.describe();
    await world.ask.endIsolationWhenDue({
      ...world.request(),
      isolationId: quarantine,
      because: 'withdrawn',
    });
    await world.announced(id, quarantine);
    expect((await handle.describe()).runId).toBe(runId);
    const { events } = await handle.fetchHistory();
    const shown = events?.flatMap(({ upsertWorkflowSearchAttributesEventAttributes: one }) =>
      one ? [Object.keys(one.searchAttributes?.indexedFields ?? {})] : [],
    );
    expect(shown?.[0]).toEqual(expect.arrayContaining(['District', 'Stage', 'WaitingFor'])); // one write, not two
    const heard = events?.flatMap(
      ({ workflowExecutionSignaledEventAttributes: signal }) =>
        signal?.input?.payloads?.map(({ data }) => Buffer.from(data ?? []).toString()) ?? [],
    );
    expect(heard?.join()).toContain('EssentialsDelivered');
    expect(heard?.join()).not.toMatch(/EssentialsOrdered|EssentialsPaid|IsolationEnded/);
  });

  test('whose parcel is lost come back as money, and go out again', async () => {
    const { id } = await missing();
    await story.suppliesAre(id, 'shipped');
    const lost = { suppliesId: id, attempt: 1, reason: 'parcel-lost' } as const;
    await world.ask.reportEssentialsFailure({ ...world.request(), ...lost });
    await world.until('second parcel', async () => {
      const { stage, attempts } = await story.supplies(id);
      return stage === 'shipped' && attempts.length === 2;
    });
    await world.ask.recordEssentialsDelivery({ ...world.request(), suppliesId: id, attempt: 2 });
    await story.ended(`supplies/${id}`, 'supplies-lost-then-delivered');
    expect(await story.supplies(id)).toMatchObject({
      stage: 'delivered',
      paidWon: 80_000,
      refundedWon: 40_000,
    });
    const refunds = world.partners.refunds().filter(({ key }) => key.includes(id));
    expect(refunds.map(({ key, won }) => [key, won])).toEqual([[`supplies:${id}:refund:1`, 40_000]]);
  });

  test('that are sold out in part go out without that part', async () => {
    const { id } = await missing([...RICE, { code: 'SOLD-OUT-ramen', quantity: 1 }]);
    await world.until('second order shipped', async () => (await story.supplies(id)).stage === 'shipped');
    const { attempts, refundedWon } = await story.supplies(id);
    expect(attempts.map(({ items }) => items.map(({ code }) => code))).toEqual([
      ['SOLD-OUT-ramen', 'rice'],
      ['rice'],
    ]);
    expect(refundedWon).toBe(42_000);
  });

  test('whose payment is declined are for staff; cancelled, the person is told', async () => {
    const { id } = await missing([{ code: 'gloves', quantity: 1 }]);
    await story.decide(await story.task(id, 'supplies-failed'), 'cancel');
    await story.ended(`supplies/${id}`, 'supplies-declined-cancelled');
    expect(await story.supplies(id)).toMatchObject({ stage: 'cancelled', paidWon: 0 });
    expect(story.sentTo(id)).toContain('supplies-cancelled');
  });

  test('whose payment lost its answer are paid once', async () => {
    world.partners.trouble('payment', 'answer-lost');
    const { id } = await missing();
    await story.suppliesAre(id, 'shipped');
    expect(world.partners.paymentsMade().filter(({ suppliesId }) => suppliesId === id)).toHaveLength(1);
  });

  test('of somebody who is erased while the parcel is for staff are called off, and all money comes back', async () => {
    world.partners.trouble('delivery', 'refuse');
    const { id, personId } = await missing();
    const task = await story.task(id, 'supplies-failed');
    // Refused while supplies are open; one that was erased before that was so, or at the same moment, is not.
    const lookups = { ...world.uses.lookups, openMattersOf: async () => [] };
    const erasure = { ...world.request(), personId, legalBasis: 'pipa-21' };
    await erasePerson({ ...world.uses, lookups })(erasure);
    await story.decide(task, 'orderAgain');
    await story.ended(`supplies/${id}`);
    expect(await story.supplies(id)).toMatchObject({
      stage: 'cancelled',
      cancelledBecause: 'person-erased',
      paidWon: 40_000,
      refundedWon: 40_000,
    });
    expect(await story.openTasks(id)).toEqual([]);
  });

  test('that wait for an address go on when it comes in another way, and nobody is asked for it any more', async () => {
    const { id, personId } = await missing(RICE, []);
    const task = await story.task(id, 'address-missing');
    const lives = (district: string) => ({ ...world.request(), personId, district });
    await world.ask.movePerson({ ...lives('11110'), addressLines: ['세종대로 110', '101호'] });
    await story.suppliesAre(id, 'shipped');
    expect((await world.uses.tasks.load(task)).aggregate.state.stage).toBe('cancelled');
    const parcel = world.partners.parcels().find(({ suppliesId }) => suppliesId === id);
    expect(parcel?.to.addressLines).toEqual(['세종대로 110', '101호']);
    await world.ask.recordEssentialsDelivery({ ...world.request(), suppliesId: id, attempt: 1 });
    await story.ended(`supplies/${id}`, 'supplies-address-came');
  });

  test('nobody has to be sent after the isolation’s end: cancelled, nothing paid', async () => {
    const { id, quarantine } = await missing(RICE, []);
    await story.task(id, 'address-missing');
    await world.ask.endIsolationWhenDue({
      ...world.request(),
      isolationId: quarantine,
      because: 'withdrawn',
    });
    await story.ended(`supplies/${id}`, 'supplies-cancelled-by-release');
    expect(await story.supplies(id)).toMatchObject({ stage: 'cancelled', cancelledBecause: 'released' });
    await world.until('task closed', async () => (await story.openTasks(id)).length === 0);
  });
});
