import type { PauseReason } from './webhook-subscription.commands.ts';
import type { WebhookSubscriptionEvent } from './webhook-subscription.events.ts';

/** Times are RFC 3339. How far it has come stands beside it, not in it: that moves with every page. */
export type WebhookSubscriptionState = Readonly<{
  stage: 'active' | 'paused' | 'ended';
  /** Where nobody paused it, but it came to nothing. */
  pausedBecause?: PauseReason;
  url: string;
  /** All of them where none is named. */
  eventTypes: readonly string[];
  jurisdictions: readonly string[];
  after: string;
  /** Ids of the live ones, the newest last. */
  secretIds: readonly string[];
  subscribedAt: string;
  subscribedBy: string;
}>;

const LIVE_SECRETS = 2;

const active = ({ pausedBecause: _over, ...state }: WebhookSubscriptionState) => state;

/** Folds one fact into the state. */
export function evolveWebhookSubscription(
  state: WebhookSubscriptionState | undefined,
  event: WebhookSubscriptionEvent,
): WebhookSubscriptionState {
  if (event.type === 'WebhookSubscribed') {
    const { url, eventTypes, jurisdictions, after, secretId, at, by } = event;
    const asked = { url, eventTypes, jurisdictions, after, secretIds: [secretId] };
    return { stage: 'active', ...asked, subscribedAt: at, subscribedBy: by };
  }
  if (state === undefined) throw new TypeError(`${event.type} before WebhookSubscribed`);
  switch (event.type) {
    case 'SecretRotated':
      return { ...state, secretIds: [...state.secretIds, event.secretId].slice(-LIVE_SECRETS) };
    case 'WebhookPaused':
      return {
        ...state,
        stage: 'paused',
        ...(event.because === undefined ? {} : { pausedBecause: event.because }),
      };
    case 'WebhookResumed':
      return { ...active(state), stage: 'active' };
    case 'WebhookUnsubscribed':
      return { ...state, stage: 'ended', secretIds: [] };
    case 'DeadLetterRetried':
      return state;
  }
}
