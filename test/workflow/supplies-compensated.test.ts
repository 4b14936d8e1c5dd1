import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { isolationStory } from '../support/isolation-story.ts';

const world = forThisFile(caseWorld);
const story = isolationStory(world);

const RICE = [{ code: 'rice', quantity: 2 }];
const WON = 40_000;
const partner = () => world.partners;

/** Supplies of somebody who has not said yet what is missing. */
const opened = async () => {
  const quarantine = await story.quarantine(await story.somebody(), { days: 14 });
  await story.isolationIs(quarantine, 'active');
  const asked = { ...world.request(), isolationId: quarantine, needed: RICE, budgetWon: 100_000 };
  const { id } = await world.ask.openSupplies(asked);
  return { id, quarantine };
};
type Supplies = Awaited<ReturnType<typeof opened>>;

const sayMissing = ({ id }: Supplies) =>
  world.ask.checkEssentials({ ...world.request(), suppliesId: id, missing: RICE });
/** Supplies that come as far as a partner that is down. */
const heldAt = async (stage: 'ordered' | 'paid'): Promise<Supplies> => {
  const supplies = await opened();
  partner().trouble(stage === 'ordered' ? 'payment' : 'delivery', 'down', 1_000, supplies.id);
  await sayMissing(supplies);
  const key = `supplies:${supplies.id}:${stage === 'ordered' ? 'payment' : 'parcel'}:1`;
  await world.until(`${stage}, and the partner asked`, () => isUnsettled(world.uses.effects, key));
  return supplies;
};
const shipped = async (): Promise<Supplies> => {
  const supplies = await opened();
  await sayMissing(supplies);
  await story.suppliesAre(supplies.id, 'shipped');
  return supplies;
};
/** A person is released: what is not on its way is owed no more. */
const release = ({ quarantine }: Supplies) =>
  world.ask.endIsolationWhenDue({ ...world.request(), isolationId: quarantine, because: 'withdrawn' });
const happens = async (ids: Supplies, what: 'delivered' | 'returned' | 'parcel-lost', attempt = 1) => {
  const about = { ...world.request(), suppliesId: ids.id, attempt };
  await (what === 'delivered'
    ? world.ask.recordEssentialsDelivery(about)
    : world.ask.reportEssentialsFailure({ ...about, reason: what }));
};
const again = (id: string) =>
  world.until('second parcel', async () => {
    const { stage, attempts } = await story.supplies(id);
    return stage === 'shipped' && attempts.length === 2;
  });

/** What was paid and what came back, by our events and by the payment system's book: they say the same. */
const books = async (id: string) => {
  const { stage, cancelledBecause, paidWon, refundedWon, refundDueWon } = await story.supplies(id);
  const sum = (entries: readonly Readonly<{ key: string; won: number }>[]) =>
    entries.filter(({ key }) => key.includes(id)).reduce((total, { won }) => total + won, 0);
  const ledger = { paidWon: sum(partner().paymentsMade()), refundedWon: sum(partner().refunds()) };
  expect(ledger).toEqual({ paidWon, refundedWon });
  expect(refundDueWon).toBe(0);
  return [stage, cancelledBecause, paidWon, refundedWon];
};
const effects = async (id: string) => {
  const { rows } = await world.database.pool.query<{ key: string; status: string; code: string | null }>(
    'select key, status, code from effect where owner_id = $1 and name <> $2 order by intended_at',
    [id, 'essentials-question'],
  );
  return rows.map(({ key, status, code }) => [key.split(`${id}:`)[1], code ?? status]);
};

describe('a release', () => {
  test('before the order is paid: nothing is paid, nothing comes', async () => {
    const supplies = await heldAt('ordered');
    await release(supplies);
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['cancelled', 'released', 0, 0]);
    expect(await effects(supplies.id)).toEqual([['payment:1', 'called-off']]);
  });

  test('while the payment’s answer is lost: what was paid comes back', async () => {
    const supplies = await heldAt('ordered');
    const key = `supplies:${supplies.id}:payment:1`;
    await world.sleep();
    partner().calm();
    await partner().payments.pay({ key, suppliesId: supplies.id, attempt: 1, won: WON });
    await release(supplies);
    await world.wake();
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['cancelled', 'released', WON, WON]);
    expect(await effects(supplies.id)).toEqual([
      ['payment:1', 'done'],
      ['refund:1', 'done'],
    ]);
  });

  test('after it is paid, and before the supplier has it: the money comes back', async () => {
    const supplies = await heldAt('paid');
    await release(supplies);
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['cancelled', 'released', WON, WON]);
    expect(
      partner()
        .parcels()
        .filter(({ suppliesId }) => suppliesId === supplies.id),
    ).toEqual([]);
    expect(await effects(supplies.id)).toContainEqual(['parcel:1', 'called-off']);
  });

  /** The supplier has the order, which its message told of before its answer came. */
  const completed = async (): Promise<Supplies & Readonly<{ key: string }>> => {
    const supplies = await heldAt('paid');
    const key = `supplies:${supplies.id}:parcel:1`;
    await world.sleep();
    partner().calm();
    const to = { name: '', phone: '', addressLines: [] };
    await partner().deliveries.ship({ key, suppliesId: supplies.id, attempt: 1, items: RICE, to });
    const about = { ...world.request(), suppliesId: supplies.id, attempt: 1 };
    await world.ask.completeEssentialsOrder({ ...about, reference: `order-${key}` });
    return { ...supplies, key };
  };

  test('while the supplier has it: the order is called off once, and the money comes back', async () => {
    const supplies = await completed();
    partner().trouble('delivery', 'answer-lost', 1, `${supplies.id}:call-off`);
    await release(supplies);
    await world.wake();
    await story.ended(`supplies/${supplies.id}`, 'supplies-called-off-after-payment');
    expect(await books(supplies.id)).toEqual(['cancelled', 'released', WON, WON]);
    expect(
      partner()
        .parcels()
        .filter(({ suppliesId }) => suppliesId === supplies.id),
    ).toEqual([]);
    expect(await effects(supplies.id)).toEqual([
      ['payment:1', 'done'],
      ['parcel:1', 'done'],
      ['call-off:1', 'done'],
      ['refund:1', 'done'],
    ]);
  });

  test('too late to call it off: the parcel is followed to the door, and paid', async () => {
    const supplies = await completed();
    partner().parcelIs(supplies.key, 'underway', '2020-06-25T00:00:00Z');
    await release(supplies);
    await world.wake();
    await story.suppliesAre(supplies.id, 'shipped');
    await happens(supplies, 'delivered');
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['delivered', undefined, WON, 0]);
    expect(await effects(supplies.id)).toContainEqual(['call-off:1', 'too-late']);
  });

  test('while its result is open and the parcel was faster: asked for, and it does not stay open', async () => {
    const supplies = await completed();
    const owner = { kind: 'supplies', id: supplies.id };
    const effect = { key: `supplies:${supplies.id}:call-off:1`, name: 'supplies-call-off', owner };
    await world.uses.effects.intend({ ...effect, system: 'delivery' });
    await release(supplies);
    await world.ask.recordEssentialsShipment({
      ...{ ...world.request(), suppliesId: supplies.id, attempt: 1 },
      tracking: `parcel-${supplies.key}`,
    });
    await world.wake();
    await world.until('intent closed', async () => !(await isUnsettled(world.uses.effects, effect.key)));
    await happens(supplies, 'delivered');
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['delivered', undefined, WON, 0]);
  });

  test('while the parcel is on its way: it arrives, and is paid', async () => {
    const supplies = await shipped();
    await release(supplies);
    await happens(supplies, 'delivered');
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['delivered', undefined, WON, 0]);
  });
});

describe('a parcel', () => {
  test('that came back is paid back; staff give it up, and the person is told', async () => {
    const supplies = await shipped();
    await happens(supplies, 'returned');
    await story.decide(await story.task(supplies.id, 'supplies-failed'), 'cancel');
    await story.ended(`supplies/${supplies.id}`, 'supplies-returned-and-refunded');
    expect(await books(supplies.id)).toEqual(['cancelled', 'unobtainable', WON, WON]);
    expect(story.sentTo(supplies.id)).toContain('supplies-cancelled');
  });

  test('whose refund is refused is for staff, and the money comes back when they have dealt with it', async () => {
    const supplies = await shipped();
    partner().trouble('payment', 'refuse', 1, `${supplies.id}:refund`);
    await happens(supplies, 'parcel-lost');
    const task = await story.task(supplies.id, 'effect-unsettled');
    expect((await story.supplies(supplies.id)).stage).toBe('refund-due');
    await story.decide(task, 'done');
    await again(supplies.id);
    await happens(supplies, 'delivered', 2);
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['delivered', undefined, 2 * WON, WON]);
  });

  test.each([
    ['lost', 1, 'parcel-lost'],
    ['underway', 4, 'never-confirmed'],
  ] as const)('that the tracking calls %s after %p days goes out again', async (state, days, because) => {
    const supplies = await shipped();
    partner().parcelIs(`supplies:${supplies.id}:parcel:1`, state, '2020-06-25T00:00:00Z');
    await world.days(days);
    await again(supplies.id);
    await happens(supplies, 'delivered', 2);
    await story.ended(`supplies/${supplies.id}`);
    expect(await books(supplies.id)).toEqual(['delivered', undefined, 2 * WON, WON]);
    expect((await story.supplies(supplies.id)).attempts[0]).toMatchObject({ deadBecause: because });
  });
});
