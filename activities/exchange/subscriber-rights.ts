import { stillTold } from '../../domain/exchange/webhook-subscription/feed-readers.ts';
import type { PauseReason } from '../../domain/exchange/webhook-subscription/webhook-subscription.commands.ts';
import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import { beginningsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { Uses } from '../uses.ts';

/** Of which districts (their beginnings) a subscriber may be told now; or why of none. */
export type SubscriberRights = Readonly<{ reach: readonly string[] } | { gone: PauseReason }>;

/**
 * A subscription is worth what its maker may read today: their access, and the roles and places of the token with which they
 * asked last. Of one of whom no record is left, what it was made for.
 */
export async function rightsOf(
  { subscribers }: Pick<Uses, 'subscribers'>,
  { subscribedBy, jurisdictions }: WebhookSubscriptionState,
): Promise<SubscriberRights> {
  const { isRevoked, asked } = await subscribers.of(subscribedBy);
  if (isRevoked) return { gone: 'access-revoked' };
  const reach = asked === undefined ? beginningsOf(jurisdictions) : stillTold(jurisdictions, asked);
  return reach.length === 0 ? { gone: 'right-gone' } : { reach };
}
