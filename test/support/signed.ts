import { createHmac, randomUUID } from 'node:crypto';
import { SECRETS, type ApiWorld } from './api-world.ts';

/** Sends a signed message of a partner to the REST interface, and tells what it is answered with. */
export const signed =
  (world: Pick<ApiWorld, 'call'>) =>
  async (system: string, message: object, id: string = randomUUID()): Promise<unknown> => {
    const body = JSON.stringify(message);
    const at = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', SECRETS[0] ?? '')
      .update(`${at}.${id}.${body}`)
      .digest('hex');
    const answer = await world.call('POST', `/webhooks/${system}`, body, {
      'x-bangyeok-message-id': id,
      'x-bangyeok-timestamp': at,
      'x-bangyeok-signature': `v1=${signature}`,
    });
    return { status: answer.status, outcome: answer.body['outcome'] };
  };
