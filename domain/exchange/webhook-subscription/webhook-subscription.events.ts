import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { PauseReason } from './webhook-subscription.commands.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;
export type WebhookSubscribed = Fact<
  'WebhookSubscribed',
  {
    url: string;
    eventTypes: readonly string[];
    jurisdictions: readonly string[];
    after: string;
    secretId: string;
  }
>;
export type SecretRotated = Fact<'SecretRotated', { secretId: string }>;
export type WebhookPaused = Fact<'WebhookPaused', { because?: PauseReason }>;
export type WebhookResumed = Fact<'WebhookResumed'>;
export type WebhookUnsubscribed = Fact<'WebhookUnsubscribed'>;
export type DeadLetterRetried = Fact<'DeadLetterRetried', { deliveryId: string }>;
export type WebhookSubscriptionEvent =
  | WebhookSubscribed
  | SecretRotated
  | WebhookPaused
  | WebhookResumed
  | WebhookUnsubscribed
  | DeadLetterRetried;
