import { createHmac, randomUUID } from 'node:crypto';
import { SECRETS, type ApiWorld } from './api-world.ts';

type World = Pick<ApiWorld, 'call'>;
/** Its id, the second it says it was sent in, and whose secret it is signed with. */
export type Signing = Readonly<{ id?: string; at?: number; secret?: string }>;

/** Sends a text to the REST interface, signed as a partner's message is. */
export const signedText = (
  { call }: World,
  system: string,
  { text, ...signing }: Signing & { text: string },
) => {
  const { id = randomUUID(), at = Math.floor(Date.now() / 1_000), secret = SECRETS[0] ?? '' } = signing;
  const signature = createHmac('sha256', secret).update(`${at}.${id}.${text}`).digest('hex');
  return call('POST', `/webhooks/${system}`, text, {
    'x-bangyeok-message-id': id,
    'x-bangyeok-timestamp': String(at),
    'x-bangyeok-signature': `v1=${signature}`,
  });
};

/** Sends a signed message of a partner, and tells what it is answered with. */
export const signed =
  (world: World) =>
  async (system: string, message: object, id: string = randomUUID()): Promise<unknown> => {
    const answer = await signedText(world, system, { text: JSON.stringify(message), id });
    return { status: answer.status, outcome: answer.body['outcome'] };
  };
