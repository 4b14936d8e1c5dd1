import { beginningsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { Uses } from '../uses.ts';
import { shownTo } from './webhook-page.ts';

type Stirring = Pick<Uses, 'webhookSubscriptions' | 'webhookDeliveries' | 'changeFeed'>;

/** Wakes the process of each subscriber for whom something waits; of what is not for them they only keep the place. */
export const stirSubscribers =
  ({ webhookSubscriptions, webhookDeliveries, changeFeed }: Stirring) =>
  async (stir: (subscriptionId: string) => Promise<void>): Promise<void> => {
    for (const { subscriptionId, cursor } of await webhookDeliveries.resting()) {
      const { state } = (await webhookSubscriptions.load(subscriptionId)).aggregate;
      const after = cursor ?? state.after;
      const told = { reach: beginningsOf(state.jurisdictions), eventTypes: state.eventTypes };
      const page = await changeFeed.page({ ...shownTo(told), after, limit: 1 });
      if (page.events.length === 0 && cursor !== null) {
        if (page.cursor !== after)
          await webhookDeliveries.skip(subscriptionId, { from: after, to: page.cursor });
      } else if (page.events.length > 0) {
        if (await webhookDeliveries.claim(subscriptionId, state.after)) await stir(subscriptionId);
      }
    }
  };
