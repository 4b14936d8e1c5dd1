import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['pcr-laboratory', 'sms', 'registry']));

const laboratory = () => world.adapter('pcr-laboratory');
const order = orders['pcr-laboratory'];
const reader = (...secrets: string[]) => webhookReader(everywhere(secrets));
async function heard(count: number, act: () => Promise<unknown>) {
  const before = world.hooks.messages.length;
  await act();
  return (await world.hooks.received(before + count)).slice(before);
}
async function heardOne(act: () => Promise<unknown>) {
  const [message] = await heard(1, act);
  if (message === undefined) throw new Error('no message');
  return message;
}

describe('the laboratory', () => {
  test.each([
    ['S-POS', 'positive'],
    ['S-DOUBT', 'positive'],
    ['S-NEG', 'negative'],
    ['S-IND', 'indeterminate'],
    ['S-1', 'negative'],
  ])(
    'finds a specimen %s %s: told under either live key, and known by the order’s key',
    async (specimenId, result) => {
      const one = order(specimenId);
      const message = await heardOne(() => laboratory().order(one));
      expect(reader('another-key-that-is-live', SECRET).laboratory(message).read()).toMatchObject({
        testId: one.testId,
        specimenId,
        result,
        isCorrection: false,
        identityInDoubt: specimenId === 'S-DOUBT',
      });
      expect(() => reader('a-key-that-is-not').laboratory(message)).toThrow('signature-wrong');
      expect(() =>
        reader(SECRET).laboratory({ ...message, rawBody: Buffer.from(`${message.rawBody.toString()} `) }),
      ).toThrow('signature-wrong');
      expect(await laboratory().findOrderByKey(one.key)).toMatchObject({ result });
    },
  );
  test('may lose a specimen: then the order stands without a result', async () => {
    const one = order('S-LOST');
    const { laboratoryOrderId } = await laboratory().order(one);
    expect(await laboratory().findOrderByKey(one.key)).toEqual({ laboratoryOrderId });
  });
  test('sends again, with the same id, what was not taken', async () => {
    world.hooks.refuse(2);
    const messages = await heard(3, () => laboratory().order(order()));
    const ids = messages.map((message) => reader(SECRET).laboratory(message).messageId);
    expect(new Set(ids).size).toBe(1);
  });
  test('may send twice: the second has the id of the first', async () => {
    const one = order();
    await world.simulator('pcr-laboratory').fault({ kind: 'duplicate-callback', key: one.key });
    const messages = await heard(2, () => laboratory().order(one));
    const ids = messages.map((message) => reader(SECRET).laboratory(message).messageId);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('the SMS gateway', () => {
  test.each([
    ['+821012345678', true, '4000', 'delivered'],
    ['+821012340000', false, '3058', 'undeliverable'],
  ])('to %s: delivered is %p', async (to, delivered, code, state) => {
    const text = orders.sms(to);
    const message = await heardOne(() => world.adapter('sms').send(text));
    expect(reader(SECRET).sms(message).read()).toMatchObject({
      kind: 'status',
      key: text.key,
      delivered,
      code,
    });
    const found = await world.adapter('sms').findByKey(text.key);
    expect(found).toMatchObject({ state, code });
    expect(reader(SECRET).sms(message).read()).toMatchObject(
      delivered ? { deliveredAt: found?.deliveredAt } : {},
    );
    expect(found?.deliveredAt !== undefined).toBe(delivered);
  });
});

describe('the registry', () => {
  test('answers the same key with the same number', async () => {
    const notification = orders.registry();
    const registered = await world.adapter('registry').register(notification);
    expect(await world.adapter('registry').register(notification)).toEqual(registered);
    expect(await world.adapter('registry').findByKey(notification.key)).toEqual(registered);
  });
  test('refuses for good', async () => {
    await expect(world.adapter('registry').register(orders.registry('REFUSED'))).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-422',
    });
  });
});
