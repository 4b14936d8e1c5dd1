import { expect, test } from '@jest/globals';
import { rotateSecret, unsubscribeWebhook } from '../../../activities/exchange/hold-webhook.ts';
import { webhookStanding } from '../../../activities/exchange/webhook-standing.ts';
import type { Uses } from '../../../activities/uses.ts';
import { WebhookSubscription } from '../../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import { webhookSubscriptionId } from '../../../domain/shared-kernel/id.ts';
import { newId } from '../../support/aggregate-makers.ts';
import { aWebhookSubscription } from '../../support/webhook-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

test('whoever ends it is stopped before its secrets are gone: its process destroys them, and not before', async () => {
  const one = aWebhookSubscription();
  const destroyed: string[] = [];
  const now = new Date().toISOString();
  const webhookSubscriptions = repositoryInMemory((id, stored) =>
    WebhookSubscription.from(webhookSubscriptionId(id), stored as never),
  );
  await webhookSubscriptions.save(one);
  const lost = new Error('the server is gone');
  const office = (keepOnly: (id: string, kept: readonly string[]) => Promise<void>) =>
    ({
      webhookSubscriptions,
      webhookSecrets: { keepOnly },
      clock: { now: () => Promise.resolve(now) },
    }) as unknown as Uses;
  const process = office(async (id, kept) => void (kept.length === 0 && destroyed.push(id)));

  expect(await webhookStanding(process)({ id: one.id, at: now })).toMatchObject({ stage: 'active' });
  const ask = { commandId: 'end', fingerprint: '', by: 'hospital', subscriptionId: one.id };
  await expect(unsubscribeWebhook(office(() => Promise.reject(lost)))(ask)).rejects.toBe(lost);
  expect(destroyed).toEqual([]);
  expect(await webhookStanding(process)({ id: one.id, at: now })).toMatchObject({ stage: 'ended' });
  expect(destroyed).toEqual([one.id]);
});

test('ended while a new secret is made: the new one is destroyed too', async () => {
  const one = aWebhookSubscription();
  const stored = new Set<string>();
  let endsNow = false;
  const subscriptions = repositoryInMemory((id, kept) =>
    WebhookSubscription.from(webhookSubscriptionId(id), kept as never),
  );
  await subscriptions.save(one);
  const ask = { fingerprint: '', by: 'hospital', subscriptionId: one.id };
  const uses = {
    webhookSubscriptions: subscriptions,
    webhookSecrets: {
      make: async (_id: string, secret: string) => {
        if (endsNow) await unsubscribeWebhook(uses)({ ...ask, commandId: 'end' });
        stored.add(secret);
      },
      keepOnly: async (_id: string, kept: readonly string[]) => {
        for (const secret of stored) if (!kept.includes(secret)) stored.delete(secret);
      },
    },
    clock: { now: () => Promise.resolve(new Date().toISOString()) },
    newId,
  } as unknown as Uses;

  await rotateSecret(uses)({ ...ask, commandId: 'first' });
  expect(stored.size).toBe(1);
  endsNow = true;
  const code = 'webhook-subscription/ended';
  await expect(rotateSecret(uses)({ ...ask, commandId: 'second' })).rejects.toMatchObject({ code });
  expect([...stored]).toEqual([]);
});
