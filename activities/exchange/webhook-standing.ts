import type { WebhookSubscriptionState } from '../../domain/exchange/webhook-subscription/webhook-subscription.state.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

export type WebhookStanding = Readonly<{ stage: WebhookSubscriptionState['stage']; district: string }>;

/**
 * Where a subscription stands: what its process asks first, and when it ends. Then its secrets are destroyed, also where whoever
 * ended it was stopped before.
 */
export const webhookStanding =
  ({ webhookSubscriptions, webhookSecrets }: Pick<Uses, 'webhookSubscriptions' | 'webhookSecrets'>) =>
  async ({ id }: SubjectMoment): Promise<WebhookStanding> => {
    const { stage } = (await webhookSubscriptions.load(id)).aggregate.state;
    if (stage === 'ended') await webhookSecrets.keepOnly(id, []);
    return { stage, district: HEADQUARTERS };
  };
