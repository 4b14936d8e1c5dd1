import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import type { FeedQuery } from '../ports/change-feed.ts';
import type { WebhookDelivery } from '../ports/webhook-deliveries.ts';
import type { Uses } from '../uses.ts';

/** So many events one post holds at most. */
const PAGE = 100;
const NATION = '00';

/** What a subscriber is shown of the feed. */
export const shownTo = ({
  jurisdictions,
  eventTypes,
}: WebhookSubscriptionState): Omit<FeedQuery, 'after'> => ({
  reach: jurisdictions.map((one) => (one === NATION ? '' : one)),
  types: eventTypes.length === 0 ? undefined : eventTypes,
  limit: PAGE,
});

/** Settles what the next page holds. Answers whether there is more to look at. */
export async function nextPage(
  { changeFeed, webhookDeliveries, newId }: Uses,
  subscriptionId: string,
  state: WebhookSubscriptionState,
  after: string,
  at: Instant,
): Promise<boolean> {
  const { events, cursor: until, more } = await changeFeed.page({ ...shownTo(state), after });
  if (events.length === 0) {
    if (until !== after) await webhookDeliveries.skip(subscriptionId, { from: after, to: until });
    return more;
  }
  const deliveryId = newId();
  const page = { deliveryId, subscriptionId, after, until, events: events.length, at: at.toString() };
  await webhookDeliveries.plan(page);
  return true;
}

/** The body of a page, the same each time; nothing where all of it has gone out of the subscriber’s sight. */
export async function pageOf(
  { changeFeed }: Pick<Uses, 'changeFeed'>,
  state: WebhookSubscriptionState,
  { deliveryId, subscriptionId, after, until }: WebhookDelivery,
): Promise<string | undefined> {
  const { events } = await changeFeed.page({ ...shownTo(state), after, until });
  if (events.length === 0) return undefined;
  return JSON.stringify({ deliveryId, subscriptionId, items: events, nextCursor: until });
}
