import { EventTypes } from '../../domain/exchange/webhook-subscription/event-types.ts';
import { ReceiverAddress } from '../../domain/exchange/webhook-subscription/receiver-address.ts';
import type { WebhookSubscriptionCommand } from '../../domain/exchange/webhook-subscription/webhook-subscription.commands.ts';
import { WebhookSubscription } from '../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import { secretId, webhookSubscriptionId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { v7 as uuidv7 } from 'uuid';

const at = (): Instant => Instant.ofEpochMilliseconds(Date.now());
export const subscribing = (
  more: Readonly<{ by?: string; jurisdictions?: readonly string[]; at?: Instant }> = {},
) =>
  ({
    type: 'SubscribeWebhook',
    receiver: ReceiverAddress.of('https://hospital.example/events', { loopback: false }),
    eventTypes: EventTypes.of([], () => true),
    jurisdictions: ['11110'],
    after: '0-0',
    secretId: secretId(uuidv7()),
    by: 'hospital',
    at: at(),
    ...more,
  }) as const satisfies WebhookSubscriptionCommand;

export function aWebhookSubscription(more: Parameters<typeof subscribing>[0] = {}): WebhookSubscription {
  const one = WebhookSubscription.unasked(webhookSubscriptionId(uuidv7()));
  const { by, jurisdictions, at: when } = more;
  one.execute(
    subscribing({
      ...(by === undefined ? {} : { by }),
      ...(jurisdictions === undefined ? {} : { jurisdictions }),
      ...(when === undefined ? {} : { at: when }),
    }),
  );
  return one;
}

/** For its repository. */
export const A_WEBHOOK_SUBSCRIPTION = {
  make: ({ at: when }: Readonly<{ at?: Instant }> = {}) =>
    aWebhookSubscription(when === undefined ? {} : { at: when }),
  change: (one: WebhookSubscription) => one.execute({ type: 'PauseWebhook', by: 'officer', at: at() }),
} as const;
