import { webhookActivities } from './exchange/steps.ts';
import { deliveryActivities, paymentActivities } from './isolation-management/steps.ts';
import {
  laboratoryActivities,
  lookUpActivities,
  livingSupportActivities,
  registryActivities,
  smsActivities,
  surveyActivities,
  type Uses,
} from './index.ts';

/** How a partner's queue is worked on. `atOnce` calls at the same time, `perSecond` over all workers: what it can take. */
export type PartnerQueue = Readonly<{
  queue: string;
  activities: Readonly<Record<string, (input: never) => Promise<unknown>>>;
  atOnce: number;
  perSecond: number;
}>;

/** Each partner has a queue of its own, so that one that hangs holds up nobody else. */
export const partnerQueues = (uses: Uses): readonly PartnerQueue[] => [
  { queue: 'ext-pcr-laboratory', activities: laboratoryActivities(uses), atOnce: 10, perSecond: 50 },
  { queue: 'ext-sms', activities: smsActivities(uses), atOnce: 10, perSecond: 100 },
  { queue: 'ext-living-support', activities: livingSupportActivities(uses), atOnce: 5, perSecond: 10 },
  { queue: 'ext-registry', activities: registryActivities(uses), atOnce: 5, perSecond: 20 },
  { queue: 'ext-entry-log', activities: lookUpActivities(uses), atOnce: 5, perSecond: 20 },
  { queue: 'ext-survey', activities: surveyActivities(uses), atOnce: 5, perSecond: 20 },
  { queue: 'ext-card-history', activities: lookUpActivities(uses), atOnce: 5, perSecond: 20 },
  { queue: 'ext-payment', activities: paymentActivities(uses), atOnce: 5, perSecond: 20 },
  { queue: 'ext-delivery', activities: deliveryActivities(uses), atOnce: 5, perSecond: 20 },
  /** A subscriber has one call under way at most, and one that hangs is asked ever more seldom. */
  { queue: 'ext-webhooks', activities: webhookActivities(uses), atOnce: 100, perSecond: 200 },
];
