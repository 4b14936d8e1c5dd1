import type { Instant } from '../../domain/shared-kernel/instant.ts';
import type { FeedEvent, FeedQuery } from '../ports/change-feed.ts';
import type { WebhookDelivery } from '../ports/webhook-deliveries.ts';
import type { Uses } from '../uses.ts';

/** So many events one post holds at most. */
const PAGE = 100;

/** Of which districts (their beginnings) a subscriber may be told, and of what. */
export type Told = Readonly<{ reach: readonly string[]; eventTypes: readonly string[] }>;

/** What a subscriber is shown of the feed. */
export const shownTo = ({ reach, eventTypes }: Told): Omit<FeedQuery, 'after'> => ({
  reach,
  types: eventTypes.length === 0 ? undefined : eventTypes,
  limit: PAGE,
});

/** Settles what the next page holds. Answers whether there is more to look at. */
export async function nextPage(
  { changeFeed, webhookDeliveries, newId }: Uses,
  subscriptionId: string,
  told: Told,
  after: string,
  at: Instant,
): Promise<boolean> {
  const { events, cursor: until, more } = await changeFeed.page({ ...shownTo(told), after });
  if (events.length === 0) {
    if (until !== after) await webhookDeliveries.skip(subscriptionId, { from: after, to: until });
    return more;
  }
  const deliveryId = newId();
  const page = { deliveryId, subscriptionId, after, until, events: events.length, at: at.toString() };
  await webhookDeliveries.plan(page);
  return true;
}

export type Page = Readonly<{ body: string; events: readonly FeedEvent[] }>;

/** A page, the same each time; nothing where all of it has gone out of the subscriber’s sight. */
export async function pageOf(
  { changeFeed }: Pick<Uses, 'changeFeed'>,
  told: Told,
  { deliveryId, subscriptionId, after, until }: WebhookDelivery,
): Promise<Page | undefined> {
  const { events } = await changeFeed.page({ ...shownTo(told), after, until });
  if (events.length === 0) return undefined;
  return { events, body: JSON.stringify({ deliveryId, subscriptionId, items: events, nextCursor: until }) };
}
