import { createHmac } from 'node:crypto';
import { request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Reply, SignedPost, WebhookReceivers } from '../../ports/webhook-receivers.ts';
import { AddressRefused, isPublic, publicAddressesOnly } from './public-address.ts';

type Options = Readonly<{
  timeoutMilliseconds: number;
  /** Development only: receivers on this machine and in its networks. */
  privateAddresses: boolean;
}>;

/** One signature for each live secret, so that a receiver may change over in its own time. */
export const signatureOf = (
  { deliveryId, body, secrets }: Omit<SignedPost, 'url'>,
  timestamp: number,
): string =>
  secrets
    .map((secret) => createHmac('sha256', secret).update(`${timestamp}.${deliveryId}.${body}`).digest('hex'))
    .map((digest) => `v1=${digest}`)
    .join(',');

/** Posts to other systems, each time over a connection of its own. No redirect is followed; what is answered is not read. */
export const webhookReceivers = ({ timeoutMilliseconds, privateAddresses }: Options): WebhookReceivers => ({
  post: (message) =>
    new Promise<Reply>((resolve) => {
      const url = new URL(message.url);
      const host = url.hostname.replaceAll(/[[\]]/g, '');
      if (!privateAddresses && isIP(host) !== 0 && !isPublic(host)) {
        resolve({ taken: false, again: false, code: 'address-refused' });
        return;
      }
      const timestamp = Math.floor(Date.now() / 1_000); // the receiver’s own clock judges it
      const options: RequestOptions = {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(timeoutMilliseconds),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'bangyeok-webhooks/1',
          'bangyeok-id': message.deliveryId,
          'bangyeok-timestamp': String(timestamp),
          'bangyeok-signature': signatureOf(message, timestamp),
        },
        ...(privateAddresses ? {} : { lookup: publicAddressesOnly }),
      };
      const call = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, (response) => {
        resolve(replyOf(response.statusCode ?? 0));
        response.destroy();
      });
      call.on('error', (error) => resolve(failureOf(error)));
      call.end(message.body);
    }),
});

const MAY_PASS: readonly number[] = [408, 425, 429];

function replyOf(status: number): Reply {
  if (status >= 200 && status < 300) return { taken: true };
  return { taken: false, again: status >= 500 || MAY_PASS.includes(status), code: `http-${status}` };
}

function failureOf(error: Error): Reply {
  if (error instanceof AddressRefused) return { taken: false, again: false, code: 'address-refused' };
  const timedOut = error.name === 'TimeoutError' || error.name === 'AbortError';
  return { taken: false, again: true, code: timedOut ? 'timed-out' : 'unreachable' };
}
