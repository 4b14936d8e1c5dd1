/** Refusals of what other systems are sent. */
export type ExchangeCode =
  | 'export/already-decided'
  | 'export/already-requested'
  | 'export/columns-malformed'
  | 'export/filter-malformed'
  | 'export/not-approved'
  | 'export/not-found'
  | 'export/nothing-identifying'
  | 'export/of-another'
  | 'export/own-request'
  | 'export/taken-too-often'
  | 'export/too-late'
  | 'webhook-subscription/already-subscribed'
  | 'webhook-subscription/dead-letter-not-found'
  | 'webhook-subscription/ended'
  | 'webhook-subscription/event-type-unknown'
  | 'webhook-subscription/not-found'
  | 'webhook-subscription/url-not-allowed';
