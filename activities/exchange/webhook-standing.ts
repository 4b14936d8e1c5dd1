import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

export type WebhookStanding = Readonly<{ stage: WebhookSubscriptionState['stage']; district: string }>;

/** Where a subscription stands: what its process asks first. */
export const webhookStanding =
  ({ webhookSubscriptions }: Pick<Uses, 'webhookSubscriptions'>) =>
  async ({ id }: SubjectMoment): Promise<WebhookStanding> => {
    const { stage } = (await webhookSubscriptions.load(id)).aggregate.state;
    return { stage, district: HEADQUARTERS };
  };
