import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { verifyWebhook } from '../../../activities/adapters/webhooks/signature.ts';

const SECRET = 'first-live-secret-key';
const NEXT = 'second-live-secret-key';
const NOW = Date.UTC(2026, 2, 11, 3, 0, 0);
const seconds = (shift = 0): string => String(NOW / 1_000 + shift);

/** A partner's message; each part can be made wrong. */
const message = ({
  id = 'message-1',
  timestamp = seconds(),
  body = '{"a":1}',
  secret = SECRET,
  signature = `v1=${createHmac('sha256', secret).update(`${timestamp}.${id}.${body}`).digest('hex')}`,
} = {}) => ({
  headers: {
    'x-bangyeok-message-id': id,
    'x-bangyeok-timestamp': timestamp,
    'x-bangyeok-signature': signature,
  } as Record<string, string | readonly string[] | undefined>,
  rawBody: Buffer.from(body),
});
const verify = (webhook: ReturnType<typeof message>, secrets: readonly string[] = [SECRET, NEXT]) =>
  verifyWebhook(webhook, secrets, NOW);

describe('a webhook’s signature', () => {
  test('lets the partner’s message in and names it', () =>
    expect(verify(message())).toEqual({ messageId: 'message-1' }));
  test('may be made with either of two live keys', () =>
    expect(verify(message({ secret: NEXT }))).toEqual({ messageId: 'message-1' }));
  test('with a key that is no longer live is wrong', () =>
    expect(() => verify(message({ secret: NEXT }), [SECRET])).toThrow('signature-wrong'));
  test('without any live key nothing gets in', () =>
    expect(() => verify(message(), [])).toThrow('signature-wrong'));
  test('covers every byte of the body', () => {
    const webhook = { ...message(), rawBody: Buffer.from('{"a":1} ') };
    expect(() => verify(webhook)).toThrow('signature-wrong');
  });
  test.each([
    ['message id', { 'x-bangyeok-message-id': 'message-2' }],
    ['timestamp', { 'x-bangyeok-timestamp': seconds(1) }],
  ])('covers the %s', (_part, changed) => {
    const webhook = message();
    Object.assign(webhook.headers, changed);
    expect(() => verify(webhook)).toThrow('signature-wrong');
  });
  test.each(['x-bangyeok-message-id', 'x-bangyeok-timestamp', 'x-bangyeok-signature'])(
    'is missing without %s, or with two of them',
    (header) => {
      const webhook = message();
      const { [header]: only, ...others } = webhook.headers;
      expect(() => verify({ ...webhook, headers: others })).toThrow('signature-missing');
      const twice = { ...webhook.headers, [header]: [String(only), String(only)] };
      expect(() => verify({ ...webhook, headers: twice })).toThrow('signature-missing');
    },
  );
  test.each(['', 'v1=', 'v1=abc', `v2=${'a'.repeat(64)}`, 'a'.repeat(64), `v1=${'A'.repeat(64)}`])(
    '%p is no signature',
    (signature) => expect(() => verify(message({ signature }))).toThrow('signature-missing'),
  );
  test.each([['id', { id: 'a b' }] as const, ['time', { timestamp: 'now' }] as const])(
    'does not help a strange %s',
    (_part, strange) => expect(() => verify(message(strange))).toThrow('signature-missing'),
  );
});

describe('a webhook’s time', () => {
  test.each([-300, -1, 0, 300])('%d s from now is this moment', (shift) =>
    expect(verify(message({ timestamp: seconds(shift) }))).toEqual({ messageId: 'message-1' }),
  );
  test.each([-301, 301])('%d s from now is refused though the signature is right', (shift) =>
    expect(() => verify(message({ timestamp: seconds(shift) }))).toThrow('timestamp-outside-window'),
  );
});
