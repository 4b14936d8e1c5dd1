import { afterEach, beforeEach, expect } from '@jest/globals';
import { startStirrer, stirProcess } from '../../activities/adapters/temporal/stirrer.ts';
import { stirSubscribers } from '../../activities/exchange/stir-subscribers.ts';
import type { SubscribeWebhookInput } from '../../activities/exchange/subscribe-webhook.ts';
import { caseWorld } from './case-world.ts';
import { forThisFile } from './for-this-file.ts';
import { testReceiver, type TestReceiver } from './test-receiver.ts';

/** Whose cases a receiver was told of, in order. */
export const casesTold = ({ received }: TestReceiver): readonly (string | null)[] =>
  received.flatMap(({ items }) => items.map(({ caseId }) => caseId));

/** A case engine that sends other systems what happens. */
async function webhookWorld() {
  const world = await caseWorld();
  const troubles: unknown[] = [];
  const stirrer = startStirrer(stirSubscribers(world.uses), stirProcess(world.client), (error) =>
    troubles.push(error),
  );
  return {
    ...world,
    /** What looking for subscribers came upon. */
    troubles,
    subscribed: ({ url }: TestReceiver, more: Partial<SubscribeWebhookInput> = {}) =>
      world.ask.subscribeWebhook({
        ...world.request(),
        url,
        eventTypes: ['CaseOpened'],
        jurisdictions: ['00'],
        ...more,
      }),
    arrived: (to: TestReceiver, caseId: string) =>
      world.until('arrived', async () => casesTold(to).includes(caseId)),
    ended: async (subscriptionId: string): Promise<void> => {
      await world.ask.unsubscribeWebhook({ ...world.request(), subscriptionId });
      await world.processEnded(`webhook/${subscriptionId}`);
    },
    close: async (): Promise<void> => {
      await stirrer.stop();
      await world.close();
    },
  };
}
type WebhookWorld = Awaited<ReturnType<typeof webhookWorld>> & { receiver: TestReceiver };

/** One from a file's first test to its last, and for each test a receiver of its own. */
export function webhookTests(): WebhookWorld {
  const world = forThisFile(webhookWorld) as WebhookWorld;
  beforeEach(async () => {
    world.receiver = await testReceiver();
  });
  afterEach(() => {
    world.receiver.close();
    expect(world.troubles).toEqual([]);
  });
  return world;
}
