import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isPublic } from '../../../activities/adapters/receivers/public-address.ts';
import { signatureOf, webhookReceivers } from '../../../activities/adapters/receivers/webhook-receivers.ts';
import { textOf } from '../../architecture/project-files.ts';
import { answers, garbage, hangs, testReceiver, type TestReceiver } from '../../support/test-receiver.ts';

let receiver: TestReceiver;
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(() => receiver.close());

const message = (url = receiver.url) => ({
  url,
  deliveryId: randomUUID(),
  body: '{"items":[]}',
  secrets: ['the-older-secret', 'the-newer-secret'],
});
const development = webhookReceivers({ timeoutMilliseconds: 300, privateAddresses: true });
const production = webhookReceivers({ timeoutMilliseconds: 300, privateAddresses: false });

test.each([
  [200, { taken: true }],
  [204, { taken: true }],
  [302, { taken: false, again: false, code: 'http-302' }],
  [400, { taken: false, again: false, code: 'http-400' }],
  [404, { taken: false, again: false, code: 'http-404' }],
  [410, { taken: false, again: false, code: 'http-410' }],
  [408, { taken: false, again: true, code: 'http-408' }],
  [429, { taken: false, again: true, code: 'http-429' }],
  [500, { taken: false, again: true, code: 'http-500' }],
  [503, { taken: false, again: true, code: 'http-503' }],
])('an answer of %d', async (status, reply) => {
  receiver.behave(answers(status));
  expect(await development.post(message())).toEqual(reply);
});

test('one that hangs, answers garbage or is not there may take it later', async () => {
  receiver.behave(hangs);
  expect(await development.post(message())).toEqual({ taken: false, again: true, code: 'timed-out' });
  receiver.behave(garbage);
  expect(await development.post(message())).toEqual({ taken: false, again: true, code: 'unreachable' });
  receiver.close();
  expect(await development.post(message())).toEqual({ taken: false, again: true, code: 'unreachable' });
});

describe('in production', () => {
  test('nothing is sent into a private network, by number or by name', async () => {
    const refused = { taken: false, again: false, code: 'address-refused' };
    expect(await production.post(message())).toEqual(refused);
    const byName = receiver.url.replace('127.0.0.1', 'localhost');
    expect(await production.post(message(byName))).toEqual(refused);
    expect(receiver.received).toEqual([]);
  });
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    '2002:a00::1',
    '64:ff9b::a00:1',
    'nowhere',
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false));
  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is', (address) =>
    expect(isPublic(address)).toBe(true),
  );
});

test('the example of the document takes what is signed by either secret, and nothing else', async () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(textOf('docs/api/webhooks.md')) ?? [];
  const { isFromBangyeok } = (await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )) as { isFromBangyeok: (asked: object) => boolean };
  await development.post(message());
  const [post] = receiver.received;
  if (post === undefined) throw new Error('nothing was received');
  const headers = {
    'bangyeok-id': post.deliveryId,
    'bangyeok-timestamp': post.timestamp,
    'bangyeok-signature': post.signature,
  };
  const asked = { headers, rawBody: Buffer.from(post.body), secret: 'the-newer-secret' };
  expect(isFromBangyeok(asked)).toBe(true);
  expect(isFromBangyeok({ ...asked, secret: 'the-older-secret' })).toBe(true);
  expect(isFromBangyeok({ ...asked, secret: 'another' })).toBe(false);
  expect(isFromBangyeok({ ...asked, rawBody: Buffer.from(`${post.body} `) })).toBe(false);
  expect(isFromBangyeok({ ...asked, now: Date.now() + 400_000 })).toBe(false);
  expect(isFromBangyeok({ ...asked, headers: { ...headers, 'bangyeok-id': randomUUID() } })).toBe(false);
  expect(isFromBangyeok({ ...asked, headers: {} })).toBe(false);
  expect(signatureOf({ ...message(), secrets: [] }, 1)).toBe('');
});
