import type { Configuration } from '../../configuration.ts';
import type { WebhookSecrets } from './webhook-reader.ts';

/** The live keys of each partner that sends messages. */
export const webhookSecrets = (configured: Configuration): WebhookSecrets => ({
  laboratory: configured.PCR_LABORATORY_WEBHOOK_SECRETS,
  sms: configured.SMS_WEBHOOK_SECRETS,
  payment: configured.PAYMENT_WEBHOOK_SECRETS,
  delivery: configured.DELIVERY_WEBHOOK_SECRETS,
  entryLog: configured.ENTRY_LOG_WEBHOOK_SECRETS,
  cardHistory: configured.CARD_HISTORY_WEBHOOK_SECRETS,
  livingSupport: configured.LIVING_SUPPORT_WEBHOOK_SECRETS,
  survey: configured.SURVEY_WEBHOOK_SECRETS,
});
