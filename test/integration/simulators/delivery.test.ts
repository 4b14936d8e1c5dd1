import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['delivery']));

const callOffKey = ({ key }: { key: string }): string => key.replace(':ship:', ':call-off:');
const deliveries = () => world.adapter('delivery');
const reader = webhookReader(everywhere([SECRET]));
/** What was told of one order so far, in our words and in its order. */
const told = (suppliesId: string) =>
  world.hooks.messages
    .map((one) => reader.delivery(one).read())
    .filter((message) => message.suppliesId === suppliesId);
async function until(suppliesId: string, count: number) {
  for (const begun = Date.now(); told(suppliesId).length < count;) {
    if (Date.now() - begun > 10_000) throw new Error(`${told(suppliesId).length} of ${count} were told`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return told(suppliesId).map(({ messageId: _id, suppliesId: _supplies, ...rest }) => rest);
}

describe('a parcel', () => {
  test('is ordered once by its key, and every event of it is told', async () => {
    const order = orders.delivery();
    const receipt = await deliveries().ship(order);
    expect(await deliveries().ship(order)).toEqual(receipt);
    expect(await deliveries().findParcelByKey(order.key)).toEqual(receipt);
    const { orderReference: reference, trackingReference: tracking } = receipt;
    const about = { attempt: 1, reference, tracking };
    const messages = await until(order.suppliesId, 4);
    expect(messages).toHaveLength(4);
    for (const kind of ['ordered', 'shipped', 'noted', 'delivered'])
      expect(messages).toContainEqual({ ...about, kind });
    expect(await deliveries().track(tracking)).toEqual({ state: 'delivered', at: expect.any(String) });
    expect(await world.executed('delivery', order.key)).toBe(1);
  });

  test.each([
    ['TENT-LOST', undefined, 'parcel-lost', 'lost'],
    ['TENT-RETURNED', undefined, 'returned', 'returned'],
    ['TENT', '+821012340001', 'parcel-lost', 'lost'],
    ['TENT', '+821012340002', 'returned', 'returned'],
  ] as const)('with %s for %s ends badly: %s', async (code, phone, reason, state) => {
    const order = orders.delivery(code, phone);
    const { trackingReference } = await deliveries().ship(order);
    expect(await until(order.suppliesId, 4)).toContainEqual(
      expect.objectContaining({ attempt: 1, kind: reason }),
    );
    expect(await deliveries().track(trackingReference)).toMatchObject({ state });
  });

  test('for …0001 is lost the first time only', async () => {
    const order = orders.delivery('TENT', '+821012340001', 2);
    await deliveries().ship(order);
    expect(await until(order.suppliesId, 4)).toContainEqual(
      expect.objectContaining({ attempt: 2, kind: 'delivered' }),
    );
  });

  test('that nobody confirms stays on its way, and may arrive late', async () => {
    const order = orders.delivery('TENT-SILENT');
    const { trackingReference } = await deliveries().ship(order);
    await until(order.suppliesId, 3);
    expect(await deliveries().track(trackingReference)).toMatchObject({ state: 'underway' });
    const late = { key: order.key, code: 'DELIVERED' };
    expect((await world.simulator('delivery').post('/control/parcels', late)).status).toBe(200);
    expect(await until(order.suppliesId, 4)).toContainEqual(
      expect.objectContaining({ attempt: 1, kind: 'delivered' }),
    );
  });

  test('of something sold out is not taken, and is told which', async () => {
    const order = orders.delivery('SOLD-OUT-RICE');
    await expect(deliveries().ship(order)).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'out-of-stock',
      items: ['SOLD-OUT-RICE'],
    });
    expect(await deliveries().findParcelByKey(order.key)).toBeUndefined();
    expect(await world.executed('delivery', order.key)).toBe(0);
  });

  test('can no longer be called off once it is on its way', async () => {
    const order = orders.delivery();
    const { orderReference } = await deliveries().ship(order);
    await until(order.suppliesId, 4);
    const key = callOffKey(order);
    expect(await deliveries().callOff({ key, orderReference })).toBe('too-late');
    expect(await deliveries().findParcelByKey(order.key)).toMatchObject({ isCalledOff: false });
    const unknown = deliveries().callOff({ key, orderReference: 'order-nobody-knows' });
    await expect(unknown).rejects.toMatchObject({ code: 'http-404' });
  });

  test('is called off once before that, also where the answer to it was lost', async () => {
    const order = orders.delivery('TENT-WAITING');
    const { orderReference } = await deliveries().ship(order);
    const key = callOffKey(order);
    await world.simulator('delivery').fault({ kind: 'fail-after-executing', key, times: 1 });
    await expect(deliveries().callOff({ key, orderReference })).rejects.toMatchObject({ code: 'http-503' });
    expect(await deliveries().findParcelByKey(order.key)).toMatchObject({
      orderReference,
      isCalledOff: true,
    });
    expect(await deliveries().callOff({ key, orderReference })).toBe('called-off');
  });

  test.each([
    [{ kind: 'fail', status: 503 }, 'http-503'],
    [{ kind: 'fail-after-executing' }, 'http-503'],
    [{ kind: 'garbage' }, 'garbage'],
    [{ kind: 'reset' }, 'unreachable'],
    [{ kind: 'slow-drip' }, 'timed-out'],
    [{ kind: 'delay', milliseconds: 1_500 }, 'timed-out'],
  ] as const)('%p reaches its tracking and its calling off too', async (fault, code) => {
    const order = orders.delivery('TENT-WAITING');
    const { orderReference, trackingReference } = await deliveries().ship(order);
    const hasty = world.adapter('delivery', code === 'timed-out' ? { timeoutMilliseconds: 400 } : {});
    const key = callOffKey(order);
    await world.simulator('delivery').fault({ ...fault, key, times: 1 });
    await expect(hasty.callOff({ key, orderReference })).rejects.toMatchObject({ code });
    await world.simulator('delivery').fault({ ...fault, key: `track:${order.key}`, times: 1 });
    await expect(hasty.track(trackingReference)).rejects.toMatchObject({ code });
    expect(await deliveries().track(trackingReference)).toMatchObject({ state: 'underway' });
  });

  test('that nobody knows is not tracked', async () => {
    await expect(deliveries().track('kr.bangyeok/1')).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'unknown-parcel',
    });
  });
});

describe('its messages', () => {
  test('may come twice, in another order, or not at all; and again when they are asked for', async () => {
    const order = orders.delivery();
    const { key, suppliesId } = order;
    const simulator = world.simulator('delivery');
    await simulator.fault({ kind: 'duplicate-callback', key });
    await deliveries().ship(order);
    await until(suppliesId, 5);
    const [first, second] = told(suppliesId).filter(({ kind }) => kind === 'ordered');
    expect(second?.messageId).toBe(first?.messageId);

    const other = orders.delivery();
    await simulator.fault({ kind: 'lose-callback', key: other.key });
    await simulator.fault({ kind: 'reorder', key: other.key });
    await deliveries().ship(other);
    await until(other.suppliesId, 3);
    const kinds = told(other.suppliesId).map(({ kind }) => kind);
    expect(kinds[0]).toBe('noted');
    expect(new Set(kinds)).toEqual(new Set(['delivered', 'noted', 'shipped']));
    const callbacks = await simulator.callbacks(other.key);
    const answer = await simulator.post('/control/send', { messageId: callbacks[0]?.messageId });
    expect(await answer.json()).toEqual({ messageId: callbacks[0]?.messageId, status: 200 });
    expect(told(other.suppliesId).at(-1)).toMatchObject({ kind: 'ordered' });
  });
});
