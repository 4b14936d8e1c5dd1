import { expect, test } from '@jest/globals';
import { stirSubscribers } from '../../../activities/exchange/stir-subscribers.ts';
import type { Uses } from '../../../activities/uses.ts';
import { aWebhookSubscription } from '../../support/webhook-fixtures.ts';

const SUBSCRIBERS = ['first', 'second', 'third'];

/** For each of them something waits. */
const office = () =>
  ({
    webhookSubscriptions: { load: () => Promise.resolve({ aggregate: aWebhookSubscription() }) },
    webhookDeliveries: {
      resting: () =>
        Promise.resolve(SUBSCRIBERS.map((subscriptionId) => ({ subscriptionId, cursor: '1-1' }))),
      claim: () => Promise.resolve(true),
    },
    changeFeed: { page: () => Promise.resolve({ events: [{}], cursor: '2-2', more: false }) },
  }) as unknown as Uses;

test('each subscriber for whom something waits is woken', async () => {
  const woken: string[] = [];
  await stirSubscribers(office())(
    async (id) => void woken.push(id),
    (error) => expect(error).toBeUndefined(),
  );
  expect(woken).toEqual(SUBSCRIBERS);
});

test('one that cannot be woken is told of, and holds up nobody else', async () => {
  const [woken, troubles]: [string[], unknown[]] = [[], []];
  const lost = new Error('the engine does not answer');
  const stir = async (id: string): Promise<void> => {
    if (id === 'first') throw lost;
    woken.push(id);
  };
  await stirSubscribers(office())(stir, (error) => troubles.push(error));
  expect([woken, troubles]).toEqual([['second', 'third'], [lost]]);
});
