import type { RawWebhook, Signed, WebhookReader } from '../../ports/webhooks.ts';
import { readDelivery } from '../delivery/delivery.webhook.ts';
import { readLivingSupport } from '../living-support/living-support.webhook.ts';
import { readLookUp } from '../look-up/look-up.webhook.ts';
import { readPayment } from '../payment/payment.webhook.ts';
import { readLaboratory } from '../pcr-laboratory/laboratory.webhook.ts';
import { readSms } from '../sms/sms.webhook.ts';
import { readSurvey } from '../survey/survey.webhook.ts';
import type { Read } from './read.ts';
import { verifyWebhook } from './signature.ts';

export type WebhookSecrets = Readonly<Record<keyof WebhookReader, readonly string[]>>;

/** The partners' signed messages, in our words. Each list of secrets holds one or two live keys. */
export function webhookReader(secrets: WebhookSecrets): WebhookReader {
  const reads =
    <Message>(system: keyof WebhookReader, read: Read<Message>) =>
    (webhook: RawWebhook): Signed<Message> => {
      const { messageId } = verifyWebhook(webhook, secrets[system], Date.now());
      return { messageId, read: () => ({ messageId, ...read(json(webhook)) }) as Message };
    };
  return {
    laboratory: reads('laboratory', readLaboratory),
    sms: reads('sms', readSms),
    payment: reads('payment', readPayment),
    delivery: reads('delivery', readDelivery),
    entryLog: reads('entryLog', readLookUp),
    cardHistory: reads('cardHistory', readLookUp),
    livingSupport: reads('livingSupport', readLivingSupport),
    survey: reads('survey', readSurvey),
  };
}

function json({ rawBody }: RawWebhook): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return undefined; // no JSON at all: the schema says so
  }
}
