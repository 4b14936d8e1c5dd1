import { beginningsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { WebhookDeliveries } from '../ports/webhook-deliveries.ts';
import type { Uses } from '../uses.ts';
import { shownTo } from './webhook-page.ts';

type Stirring = Pick<Uses, 'webhookSubscriptions' | 'webhookDeliveries' | 'changeFeed'>;

type Resting = Awaited<ReturnType<WebhookDeliveries['resting']>>[number];
type Stir = (subscriptionId: string) => Promise<void>;

/**
 * Wakes the process of each subscriber for whom something waits; of what is not for them they only keep the place. One that
 * fails holds up nobody else.
 */
export const stirSubscribers =
  (uses: Stirring) =>
  async (stir: Stir, onTrouble: (error: unknown) => void): Promise<void> => {
    for (const one of await uses.webhookDeliveries.resting()) await wake(uses, one, stir).catch(onTrouble);
  };

async function wake(
  { webhookSubscriptions, webhookDeliveries, changeFeed }: Stirring,
  { subscriptionId, cursor }: Resting,
  stir: Stir,
): Promise<void> {
  const { state } = (await webhookSubscriptions.load(subscriptionId)).aggregate;
  const after = cursor ?? state.after;
  const told = { reach: beginningsOf(state.jurisdictions), eventTypes: state.eventTypes };
  const page = await changeFeed.page({ ...shownTo(told), after, limit: 1 });
  if (page.events.length > 0) {
    if (await webhookDeliveries.claim(subscriptionId, state.after)) await stir(subscriptionId);
  } else if (cursor !== null && page.cursor !== after)
    await webhookDeliveries.skip(subscriptionId, { from: after, to: page.cursor });
}
