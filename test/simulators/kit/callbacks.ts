import { createHmac, randomUUID } from 'node:crypto';
import type { Faults } from './faults.ts';

const TRIES = 12;
const LONGEST_PAUSE = 5_000;
const HELD_AT_MOST = 1_000;

/** A message to the application. It is kept, so that it can be sent again. */
export type Callback = Readonly<{ messageId: string; key: string; body: string; at: string }>;
/** Ways in which a message may be wrong on purpose. */
export type Twist = Readonly<{ secondsAgo?: number; secret?: string }>;

/** Delivers signed messages, and again when they are not taken. The message id stays the same. */
export function callbacks(url: string | undefined, secret: string, faults: Faults) {
  const held = new Set<() => void>();
  const sent: Callback[] = [];

  const post = async ({ messageId, body }: Callback, twist: Twist): Promise<number> => {
    const timestamp = String(Math.floor(Date.now() / 1_000) - (twist.secondsAgo ?? 0));
    const signature = createHmac('sha256', twist.secret ?? secret)
      .update(`${timestamp}.${messageId}.${body}`)
      .digest('hex');
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
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0; // nobody there: tried again below
    }
  };

  const deliver = async (callback: Callback): Promise<boolean> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const status = await post(callback, {});
      if (status >= 200 && status < 300) return true;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200 * 2 ** attempt, LONGEST_PAUSE)));
    }
    console.log(JSON.stringify({ event: 'callback given up', messageId: callback.messageId }));
    return false;
  };

  /** `delivered` tells, later, whether somebody took it. */
  const notify = (message: object, key: string): { messageId: string; delivered: Promise<boolean> } => {
    const callback = {
      messageId: randomUUID(),
      key,
      body: JSON.stringify(message),
      at: new Date().toISOString(),
    };
    const { messageId } = callback;
    sent.push(callback);
    if (url === undefined || url === '' || faults.take('lose-callback', key) !== undefined) {
      return { messageId, delivered: Promise.resolve(false) };
    }
    const twice = faults.take('duplicate-callback', key) !== undefined;
    const send = async (): Promise<boolean> => {
      const once = await deliver(callback);
      return twice ? deliver(callback) : once;
    };
    if (faults.take('reorder', key) !== undefined) {
      // goes out behind the next one, or after a while when none comes
      const delivered = new Promise<boolean>((resolve) => {
        const release = (): void => {
          clearTimeout(timer);
          if (held.delete(release)) resolve(send());
        };
        const timer = setTimeout(release, HELD_AT_MOST);
        held.add(release);
      });
      return { messageId, delivered };
    }
    const delivered = send();
    for (const release of held) void delivered.then(release);
    return { messageId, delivered };
  };

  return {
    notify,
    sent: (): readonly Callback[] => sent,
    /** Once more, or once for a message that was lost; answers with the status, 0 when nobody is there. */
    again: (callback: Callback, twist: Twist): Promise<number> => post(callback, twist),
  };
}
