import type { By } from '../../shared-kernel/aggregate-root.ts';
import type { SecretId } from '../../shared-kernel/id.ts';
import type { EventTypes } from './event-types.ts';
import type { ReceiverAddress } from './receiver-address.ts';

/** `jurisdictions`: of whose cases it is told, as beginnings of districts. `after`: the place in the feed behind which it begins. */
export type SubscribeWebhook = By &
  Readonly<{
    type: 'SubscribeWebhook';
    receiver: ReceiverAddress;
    eventTypes: EventTypes;
    jurisdictions: readonly string[];
    after: string;
    secretId: SecretId;
  }>;
/** The newest two secrets are live; the one before them is none any more. */
export type RotateSecret = By & Readonly<{ type: 'RotateSecret'; secretId: SecretId }>;
/** Why a process pauses one: whoever asked for it has no access any more, or may no longer be told of any of it. */
export type PauseReason = 'access-revoked' | 'right-gone';
export type PauseWebhook = By & Readonly<{ type: 'PauseWebhook'; because?: PauseReason }>;
export type ResumeWebhook = By & Readonly<{ type: 'ResumeWebhook' }>;
export type UnsubscribeWebhook = By & Readonly<{ type: 'UnsubscribeWebhook' }>;
/** What was laid aside is sent once more. */
export type RetryDeadLetter = By & Readonly<{ type: 'RetryDeadLetter'; deliveryId: string }>;

export type WebhookSubscriptionCommand =
  SubscribeWebhook | RotateSecret | PauseWebhook | ResumeWebhook | UnsubscribeWebhook | RetryDeadLetter;
