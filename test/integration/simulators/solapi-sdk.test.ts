import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SolapiMessageService } from 'solapi';
import { simulatedPartners, type SimulatedPartners } from '../../support/simulated-partners.ts';

/** The vendor's own SDK knows one address; its calls are led to our simulator. */
let world: SimulatedPartners;
const { fetch } = globalThis;
const asked: string[] = [];
beforeAll(async () => {
  world = await simulatedPartners(['sms']);
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== 'api.solapi.com') return fetch(input, init);
    asked.push(url.pathname);
    return fetch(`${world.simulator('sms').baseUrl}${url.pathname}${url.search}`, init);
  };
});
afterEach(() => {
  asked.splice(0);
});
afterAll(async () => {
  globalThis.fetch = fetch;
  await world.close();
});

const message = (reference: string) => ({
  to: '01012345678',
  from: '021200000',
  text: '[보건소] 안내',
  customFields: { reference },
});

test('the vendor’s SDK sends to the simulator, which verifies its signature', async () => {
  const reference = randomUUID();
  const { messageList } = await new SolapiMessageService('key', 'secret').send(message(reference));
  expect(asked).toEqual(['/messages/v4/send-many/detail']);
  expect(messageList?.[0]).toMatchObject({ to: '01012345678', statusCode: '2000' });
  expect(await world.executed('sms', reference)).toBe(1);
});

test('what the SDK has sent is found by it, and by our adapter under our key', async () => {
  const reference = randomUUID();
  const sdk = new SolapiMessageService('key', 'secret');
  const { messageList } = await sdk.send(message(reference));
  const messageId = messageList?.[0]?.messageId ?? '';
  expect((await sdk.getMessages({ messageId })).messageList).toHaveProperty(messageId);
  expect(await world.adapter('sms').findByKey(reference)).toMatchObject({ providerMessageId: messageId });
});

test.each([
  ['key', 'another-secret'],
  ['another-key', 'secret'],
])('with %s and %s it is refused, and nothing is sent', async (key, secret) => {
  const reference = randomUUID();
  await expect(new SolapiMessageService(key, secret).send(message(reference))).rejects.toMatchObject({
    message: expect.stringContaining('signature does not match'),
  });
  expect(await world.executed('sms', reference)).toBe(0);
});
