import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { BulkActivities } from '../activities/bulk-work/bulk-activities.ts';
import type { WebhookActivities } from '../activities/exchange/steps.ts';
import type { UpkeepActivities } from '../activities/upkeep-activities.ts';
import type { DeliveryActivities, PaymentActivities } from '../activities/isolation-management/steps.ts';
import type {
  LaboratoryActivities,
  LookUpActivities,
  LivingSupportActivities,
  RegistryActivities,
  SmsActivities,
  StoreActivities,
  SurveyActivities,
} from '../activities/index.ts';

/** Short steps in our own database, each safe to repeat. */
export const store = proxyLocalActivities<StoreActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});

const partner = {
  startToCloseTimeout: '15s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
  cancellationType: ActivityCancellationType.TRY_CANCEL,
} as const;

/** Each partner has its own queue, so that one that hangs holds up nobody else. */
export const laboratory = proxyActivities<LaboratoryActivities>({
  ...partner,
  taskQueue: 'ext-pcr-laboratory',
});
export const sms = proxyActivities<SmsActivities>({ ...partner, taskQueue: 'ext-sms' });
export const survey = proxyActivities<SurveyActivities>({ ...partner, taskQueue: 'ext-survey' });
/** The keepers of records, by the kind of a look-up. */
export const keepers = {
  entryLog: proxyActivities<LookUpActivities>({ ...partner, taskQueue: 'ext-entry-log' }),
  cardHistory: proxyActivities<LookUpActivities>({ ...partner, taskQueue: 'ext-card-history' }),
};
export const registry = proxyActivities<RegistryActivities>({ ...partner, taskQueue: 'ext-registry' });

/** Long steps over many rows: they show that they are alive, and whoever takes over goes on where they stood. */
export const bulk = proxyActivities<BulkActivities & UpkeepActivities>({
  taskQueue: 'bulk',
  startToCloseTimeout: '24h',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});
export const livingSupportPayments = proxyActivities<LivingSupportActivities>({
  ...partner,
  taskQueue: 'ext-living-support',
});
export const payment = proxyActivities<PaymentActivities>({ ...partner, taskQueue: 'ext-payment' });
export const delivery = proxyActivities<DeliveryActivities>({ ...partner, taskQueue: 'ext-delivery' });
/** Other systems that take events: a turn of many pages, or of one that hangs. */
export const webhooks = proxyActivities<WebhookActivities>({
  ...partner,
  startToCloseTimeout: '30s',
  taskQueue: 'ext-webhooks',
});
