import { EventTypes } from '../../domain/exchange/webhook-subscription/event-types.ts';
import { ReceiverAddress } from '../../domain/exchange/webhook-subscription/receiver-address.ts';
import { WebhookSubscription } from '../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import { secretId, webhookSubscriptionId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import { isEventType } from '../policies.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type SubscribeWebhookInput = Request &
  Readonly<{
    url: string;
    eventTypes: readonly string[];
    /** Beginnings of the districts of whose cases it is told: what whoever asks may read. */
    jurisdictions: readonly string[];
    /** Behind which place of the feed it begins; unsaid, behind what has happened so far. */
    after?: string | undefined;
  }>;

/** The receipt names the secret; it is told beside it (`secretOf`), also to whoever asks again under the same key. */
export const subscribeWebhook =
  ({ webhookSubscriptions, webhookSecrets, changeFeed, clock, newId, privateReceivers }: Uses) =>
  async (input: SubscribeWebhookInput): Promise<Receipt> => {
    const subscription = WebhookSubscription.unasked(webhookSubscriptionId(newId()));
    const secret = secretId(newId());
    subscription.execute({
      type: 'SubscribeWebhook',
      receiver: ReceiverAddress.of(input.url, { loopback: privateReceivers }),
      eventTypes: EventTypes.of(input.eventTypes, isEventType),
      jurisdictions: input.jurisdictions,
      after: input.after ?? (await changeFeed.end()),
      secretId: secret,
      by: input.by,
      at: Instant.of(await clock.now()),
    });
    await webhookSecrets.make(subscription.id, secret);
    const receipt = await create(webhookSubscriptions, subscription, input, { secretId: secret });
    if (receipt.id !== subscription.id) await webhookSecrets.keepOnly(subscription.id, []);
    return receipt;
  };
