import { createHmac, randomUUID } from 'node:crypto';
import type { Faults } from './faults.ts';

const TRIES = 5;

/** Delivers signed messages, and again when they are not taken. The message id stays the same. */
export function callbacks(url: string | undefined, secret: string, faults: Faults) {
  const held: (() => void)[] = [];

  const post = async (messageId: string, body: string): Promise<boolean> => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${messageId}.${body}`).digest('hex');
    try {
      const response = await fetch(url ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-bangyeok-message-id': messageId,
          'x-bangyeok-timestamp': timestamp,
          'x-bangyeok-signature': `v1=${signature}`,
        },
        body,
        signal: AbortSignal.timeout(5_000),
      });
      return response.ok;
    } catch {
      return false; // nobody there: tried again below
    }
  };

  const deliver = async (messageId: string, body: string): Promise<boolean> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (await post(messageId, body)) return true;
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
    }
    console.log(JSON.stringify({ event: 'callback given up', messageId }));
    return false;
  };

  /** `delivered` tells, later, whether somebody took it. */
  return (message: object): { messageId: string; delivered: Promise<boolean> } => {
    const messageId = randomUUID();
    if (url === undefined || url === '' || faults.take('lose-callback') !== undefined) {
      return { messageId, delivered: Promise.resolve(false) };
    }
    const body = JSON.stringify(message);
    const twice = faults.take('duplicate-callback') !== undefined;
    const send = async (): Promise<boolean> => {
      const once = await deliver(messageId, body);
      return twice ? deliver(messageId, body) : once;
    };
    if (faults.take('reorder') !== undefined) {
      // goes out behind the next one
      return { messageId, delivered: new Promise((resolve) => held.push(() => resolve(send()))) };
    }
    const delivered = send();
    for (const late of held.splice(0)) setTimeout(late, 50);
    return { messageId, delivered };
  };
}
