import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['payment']));

const payments = () => world.adapter('payment');
const refundKey = (suppliesId: string, sequence: number) => `supplies:${suppliesId}:refund:1:${sequence}`;
/** The first messages about one order, in our words. */
async function heard(count: number, suppliesId: string, act: () => Promise<unknown>) {
  await act();
  for (let asked = count; ; asked += 1) {
    const messages = (await world.hooks.received(asked)).map((one) =>
      webhookReader(everywhere([SECRET]))
        .payment(one)
        .read(),
    );
    const own = messages.filter((one) => 'suppliesId' in one && one.suppliesId === suppliesId);
    if (own.length >= count) return own;
    asked = Math.max(asked, messages.length);
  }
}
/** Won that went out and came back for one order, as the payment system counts it. */
async function money(suppliesId: string) {
  const entries = (await world.simulator('payment').ledger())
    .filter(({ executed, details }) => executed > 0 && details['orderId'] === `${suppliesId}-1`)
    .map(({ details }) => details as { kind: string; won: number });
  const sum = (kind: string) =>
    entries.filter((one) => one.kind === kind).reduce((all, { won }) => all + won, 0);
  return { paid: sum('payment'), refunded: sum('refund') };
}

describe('a payment', () => {
  test('is made once by its key, told by message, and found by key and by order', async () => {
    const order = orders.payment();
    const { suppliesId, key, won } = order;
    const [message] = await heard(1, suppliesId, async () => {
      expect(await payments().pay(order)).toEqual({ paymentReference: key });
      await payments().pay(order);
    });
    expect(message).toMatchObject({ kind: 'paid', suppliesId, attempt: 1, reference: key, amountWon: won });
    const standing = { state: 'paid', paymentReference: key, won, refunds: [] };
    expect(await payments().findPaymentByKey(key)).toEqual(standing);
    expect(await payments().findPaymentOfOrder({ suppliesId, attempt: 1 })).toEqual(standing);
    expect(await payments().findPaymentOfOrder({ suppliesId, attempt: 2 })).toBeUndefined();
    expect(await money(suppliesId)).toEqual({ paid: won, refunded: 0 });
  });

  test.each([
    [52_901, 'insufficient-funds'],
    [52_902, 'limit-exceeded'],
    [52_903, 'method-refused'],
    [52_904, 'other'],
  ] as const)('of %i won is declined: %s, again and by key', async (won, reason) => {
    const order = orders.payment(won);
    const { key, suppliesId } = order;
    const declined = { name: 'ExternalSystemRefused', system: 'payment', code: reason, reason };
    const [message] = await heard(1, suppliesId, async () => {
      await expect(payments().pay(order)).rejects.toMatchObject(declined);
      await expect(payments().pay(order)).rejects.toMatchObject(declined);
    });
    expect(message).toEqual(expect.objectContaining({ kind: 'declined', suppliesId, attempt: 1, reason }));
    expect(await payments().findPaymentByKey(key)).toEqual({ state: 'declined', reason });
    expect(await money(suppliesId)).toEqual({ paid: 0, refunded: 0 });
  });

  test('that an earlier key has made is known for made', async () => {
    const order = orders.payment();
    const { baseUrl } = world.simulator('payment');
    await fetch(`${baseUrl}/v1/payments/confirm`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from('key:').toString('base64')}`,
        'idempotency-key': 'forgotten-by-now',
      },
      body: JSON.stringify({ paymentKey: order.key, orderId: `${order.suppliesId}-1`, amount: order.won }),
    });
    expect(await payments().pay(order)).toEqual({ paymentReference: order.key });
    expect(await world.executed('payment', order.key)).toBe(1);
  });

  test('is refused where it makes no sense at all', async () => {
    await expect(payments().pay({ ...orders.payment(), won: 1.5 })).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-400',
    });
  });
});

describe('a refund', () => {
  test('in two parts comes back once each, told each, and no won more than was paid', async () => {
    const order = orders.payment(50_000);
    const { suppliesId, key: paymentReference } = order;
    const [one, two, three] = [1, 2, 3].map((sequence) => refundKey(suppliesId, sequence)) as [
      string,
      string,
      string,
    ];
    const first = { key: one, paymentReference, won: 20_000 };
    const messages = await heard(3, suppliesId, async () => {
      await payments().pay(order);
      const { refundReference } = await payments().refund(first);
      expect(await payments().refund(first)).toEqual({ refundReference });
      await payments().refund({ key: two, paymentReference, won: 30_000 });
    });
    const refunds = messages.filter(({ kind }) => kind === 'refunded');
    expect(refunds).toHaveLength(2);
    expect(refunds).toContainEqual(expect.objectContaining({ suppliesId, attempt: 1, amountWon: 30_000 }));
    expect(await payments().findRefundByKey(first)).toMatchObject({ key: one, won: 20_000 });
    expect(await payments().findRefundByKey({ key: three, paymentReference })).toBeUndefined();
    await expect(payments().refund({ key: three, paymentReference, won: 1 })).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-403',
    });
    expect(await money(suppliesId)).toEqual({ paid: 50_000, refunded: 50_000 });
  });

  test('whose answer was lost is asked again under the same key', async () => {
    const order = orders.payment();
    await payments().pay(order);
    const key = refundKey(order.suppliesId, 1);
    await world.simulator('payment').fault({ kind: 'fail-after-executing', key, times: 1 });
    const refund = { key, paymentReference: order.key, won: order.won };
    await expect(payments().refund(refund)).rejects.toMatchObject({ code: 'http-503' });
    await payments().refund(refund);
    expect(await money(order.suppliesId)).toEqual({ paid: order.won, refunded: order.won });
  });

  test('of a declined payment is refused', async () => {
    const order = orders.payment(52_901);
    await payments()
      .pay(order)
      .catch(() => undefined);
    const refund = { key: refundKey(order.suppliesId, 1), paymentReference: order.key, won: 52_901 };
    await expect(payments().refund(refund)).rejects.toMatchObject({ code: 'http-404' });
  });
});
