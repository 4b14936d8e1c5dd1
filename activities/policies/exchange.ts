import type { ExportEvent } from '../../domain/exchange/export/export.events.ts';
import type { WebhookSubscriptionEvent } from '../../domain/exchange/webhook-subscription/webhook-subscription.events.ts';
import { start, tell, type Reactions } from './reaction.ts';

export const exchangePolicies: Readonly<Record<(ExportEvent | WebhookSubscriptionEvent)['type'], Reactions>> =
  {
    ExportRequested: 'none',
    ExportApproved: 'none',
    ExportRefused: 'none',
    ExportTaken: 'none',
    WebhookSubscribed: [
      start('webhookDelivery', 'whenever another system subscribes to what happens: send it page by page'),
    ],
    SecretRotated: 'none',
    WebhookPaused: [
      tell('webhookDelivery', 'itself', 'whenever a subscription is paused: send nothing more'),
    ],
    WebhookResumed: [
      tell('webhookDelivery', 'itself', 'whenever a subscription is resumed: send on from where it stood'),
    ],
    WebhookUnsubscribed: [
      tell('webhookDelivery', 'itself', 'whenever somebody unsubscribes: send nothing more, for good'),
    ],
    DeadLetterRetried: [
      tell(
        'webhookDelivery',
        'itself',
        'whenever a dead letter is to be sent again: send it beside the rest',
      ),
    ],
  };
