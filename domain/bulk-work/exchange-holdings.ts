/** How far other systems have been sent what happens, and what it is signed with: nothing about a person. */
export const EXCHANGE_HOLDINGS = {
  webhook_secret: {
    id: 'impersonal',
    subscription_id: 'impersonal',
    sealed: 'impersonal',
    made_at: 'impersonal',
  },
  webhook_progress: {
    subscription_id: 'impersonal',
    cursor: 'impersonal',
    taken_at: 'impersonal',
    stirred_at: 'impersonal',
  },
  /** Its two ends in the feed: what lies in between stays where it is. */
  webhook_delivery: {
    id: 'impersonal',
    subscription_id: 'impersonal',
    stage: 'impersonal',
    after_cursor: 'impersonal',
    until_cursor: 'impersonal',
    events: 'impersonal',
    planned_at: 'impersonal',
    first_tried_at: 'impersonal',
    attempts: 'impersonal',
    try_at: 'impersonal',
    code: 'impersonal',
    laid_aside_at: 'impersonal',
  },
} as const;
