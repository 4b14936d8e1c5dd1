import type { WebhookSecrets } from '../../activities/adapters/webhooks/webhook-reader.ts';

/** The same live keys for every partner. */
export const everywhere = (secrets: readonly string[]): WebhookSecrets => ({
  laboratory: secrets,
  sms: secrets,
  payment: secrets,
  delivery: secrets,
  entryLog: secrets,
  cardHistory: secrets,
  livingSupport: secrets,
  survey: secrets,
});
