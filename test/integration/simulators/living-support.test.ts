import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['living-support']));

const payments = () => world.adapter('living-support');
const claim = orders['living-support'];
const reader = webhookReader(everywhere([SECRET]));
async function heard(act: () => Promise<unknown>) {
  const before = world.hooks.messages.length;
  await act();
  const message = (await world.hooks.received(before + 1)).at(-1);
  if (message === undefined) throw new Error('no message');
  const { messageId: _id, ...told } = reader.livingSupport(message).read();
  return told;
}

test('a transfer is accepted once by its key, and paid; the message and the key tell the same', async () => {
  const one = claim();
  const { livingSupportId, key, won } = one;
  const told = await heard(async () => {
    const accepted = await payments().transfer(one);
    expect(await payments().transfer(one)).toEqual(accepted);
  });
  const standing = await payments().findTransferByKey(key);
  expect(standing).toMatchObject({ state: 'paid', won });
  expect(told).toEqual({ livingSupportId, kind: 'paid', reference: standing?.reference, amountWon: won });
  expect(standing?.reference).toMatch(/^[A-Za-z0-9-]{1,64}$/);
  expect(await world.executed('living-support', key)).toBe(1);
});

test.each([
  ['NO-ACCOUNT', undefined, 'accountUnknown'],
  ['CLOSED', undefined, 'accountClosed'],
  ['DIFFERS', undefined, 'holderDiffers'],
  ['CLOSED-ONCE', undefined, 'accountClosed'],
  ['홍길동', 10_000_001, 'limitExceeded'],
] as const)('a transfer to %s of %p won fails: %s', async (name, won, reason) => {
  const one = claim(name, won);
  const told = await heard(() => payments().transfer(one));
  expect(told).toEqual({ livingSupportId: one.livingSupportId, kind: 'failed', attempt: 1, reason });
  expect(await payments().findTransferByKey(one.key)).toMatchObject({ state: 'failed', reason });
});

test('…-ONCE is paid at the second attempt', async () => {
  const one = { ...claim('CLOSED-ONCE'), attempt: 2 };
  expect(await heard(() => payments().transfer(one))).toMatchObject({ kind: 'paid' });
});

test('one that never ends stays accepted', async () => {
  const one = claim('SILENT');
  await payments().transfer(one);
  expect(await payments().findTransferByKey(one.key)).toMatchObject({ state: 'accepted' });
});

test('one for nobody is refused', async () => {
  await expect(payments().transfer(claim('REFUSED'))).rejects.toMatchObject({ code: 'http-422' });
});

describe('a recall', () => {
  test('of money that was paid is accepted once, and recovered', async () => {
    const one = claim();
    await heard(() => payments().transfer(one));
    const { reference } = await payments().transfer(one);
    const recall = { key: `livingSupport:${one.livingSupportId}:recall:1`, reference, won: 100_000 };
    expect(await payments().findRecallByKey(recall.key)).toBeUndefined();
    await world.simulator('living-support').fault({ kind: 'reset', key: recall.key });
    const told = await heard(async () => {
      await expect(payments().recall(recall)).rejects.toMatchObject({ code: 'unreachable' });
      await payments().recall(recall);
    });
    const standing = await payments().findRecallByKey(recall.key);
    expect(standing).toMatchObject({ state: 'recovered', won: 100_000 });
    expect(told).toEqual({
      livingSupportId: one.livingSupportId,
      kind: 'recovered',
      reference: standing?.reference,
      amountWon: 100_000,
    });
    expect(await world.executed('living-support', recall.key)).toBe(1);
    // A recall is no transfer.
    expect(await payments().findTransferByKey(recall.key)).toBeUndefined();
  });

  test('of money that never went, or of more than did, is refused', async () => {
    const one = claim('CLOSED');
    await heard(() => payments().transfer(one));
    const { reference } = await payments().transfer(one);
    const recall = { key: `livingSupport:${one.livingSupportId}:recall:1`, reference, won: 1 };
    await expect(payments().recall(recall)).rejects.toMatchObject({ code: 'http-409' });
    await expect(payments().recall({ ...recall, reference: 'transfer-0' })).rejects.toMatchObject({
      code: 'http-404',
    });
  });
});
