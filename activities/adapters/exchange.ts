import type pg from 'pg';
import type { Configuration } from '../configuration.ts';
import type { Uses } from '../uses.ts';
import { pgChangeFeed } from './postgres/change-feed.pg.ts';
import type { TextSeal } from './postgres/sealed-text.ts';
import { pgExportLog } from './postgres/export-log.pg.ts';
import { pgSubscribers } from './postgres/subscribers.pg.ts';
import { pgWebhookDeliveries } from './postgres/webhook-deliveries.pg.ts';
import { pgWebhookSecrets } from './postgres/webhook-secrets.pg.ts';
import { webhookReceivers } from './receivers/webhook-receivers.ts';

type Exchange = Pick<
  Uses,
  | 'changeFeed'
  | 'exportLog'
  | 'subscribers'
  | 'webhookDeliveries'
  | 'webhookSecrets'
  | 'webhookReceivers'
  | 'privateReceivers'
>;

type Receivers = Readonly<{ timeoutMilliseconds: number; privateReceivers: boolean }>;

export const receiversOf = (
  configured: Pick<Configuration, 'NODE_ENV' | 'PARTNER_TIMEOUT_MILLISECONDS'>,
): Receivers => ({
  timeoutMilliseconds: configured.PARTNER_TIMEOUT_MILLISECONDS,
  privateReceivers: configured.NODE_ENV !== 'production',
});

/** What other systems are told by. `privateReceivers`: in development they may be on this machine. */
export const exchangeAdapters = (
  pool: pg.Pool,
  secrets: TextSeal,
  { timeoutMilliseconds, privateReceivers }: Receivers,
): Exchange => ({
  changeFeed: pgChangeFeed(pool),
  exportLog: pgExportLog(pool),
  subscribers: pgSubscribers(pool),
  webhookDeliveries: pgWebhookDeliveries(pool),
  webhookSecrets: pgWebhookSecrets(pool, secrets),
  webhookReceivers: webhookReceivers({ timeoutMilliseconds, privateAddresses: privateReceivers }),
  privateReceivers,
});
