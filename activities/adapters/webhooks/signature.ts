import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawWebhook } from '../../ports/webhooks.ts';

/** The message is not provably the partner's, or not of this moment. */
export class WebhookRefused extends Error {
  readonly code: 'signature-missing' | 'signature-wrong' | 'timestamp-outside-window';

  constructor(code: WebhookRefused['code']) {
    super(code);
    this.name = 'WebhookRefused';
    this.code = code;
  }
}

const WINDOW_SECONDS = 300;

/**
 * HMAC-SHA256 over timestamp, message id and the raw body, compared in constant time, under one of two live keys (so
 * that keys can be changed), within five minutes of `now` (epoch milliseconds).
 * @throws WebhookRefused
 */
export function verifyWebhook(
  { headers, rawBody }: RawWebhook,
  secrets: readonly string[],
  now: number,
): { messageId: string } {
  const messageId = one(headers['x-bangyeok-message-id']);
  const timestamp = one(headers['x-bangyeok-timestamp']);
  const [, given] = /^v1=([0-9a-f]{64})$/.exec(one(headers['x-bangyeok-signature']) ?? '') ?? [];
  if (given === undefined || messageId === undefined || timestamp === undefined) {
    throw new WebhookRefused('signature-missing');
  }
  if (!/^[\w.:-]{1,200}$/.test(messageId) || !/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookRefused('signature-missing');
  }
  const signed = Buffer.from(given, 'hex');
  const right = secrets.map((secret) =>
    timingSafeEqual(
      createHmac('sha256', secret).update(`${timestamp}.${messageId}.`).update(rawBody).digest(),
      signed,
    ),
  );
  if (!right.includes(true)) throw new WebhookRefused('signature-wrong');
  if (Math.abs(now / 1_000 - Number(timestamp)) > WINDOW_SECONDS) {
    throw new WebhookRefused('timestamp-outside-window');
  }
  return { messageId };
}

const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
