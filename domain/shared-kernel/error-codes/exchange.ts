/** Refusals of what other systems are sent. */
export type ExchangeCode =
  | 'webhook-subscription/already-subscribed'
  | 'webhook-subscription/dead-letter-not-found'
  | 'webhook-subscription/ended'
  | 'webhook-subscription/event-type-unknown'
  | 'webhook-subscription/not-found'
  | 'webhook-subscription/url-not-allowed';
