import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Requests } from '../../activities/index.ts';
import type { RawWebhook } from '../../activities/ports/webhooks.ts';
import { refuse } from '../api-problems.ts';
import type { Dependencies } from '../dependencies.ts';
import type { WithRawBody } from '../request-identity.ts';
import {
  takeDelivery,
  takeLivingSupport,
  takeLookUp,
  takePayment,
  takeSurvey,
  type Told,
} from './partner-messages.ts';

/** Signed messages of the partners. The answer leaves after the commit; the same message again has no effect. */
export function webhookRoutes({ requests, webhooks }: Dependencies): Router {
  const routes = Router();

  routes.post('/webhooks/pcr-laboratory', async (request, response) => {
    const { messageId, ...message } = read(() => webhooks.laboratory(raw(request)));
    const commandId = `pcr-laboratory:${messageId}`;
    await requests.recordTestResult({
      ...message,
      commandId,
      fingerprint: fingerprint(request),
      by: 'pcr-laboratory',
    });
    response.json({ outcome: 'recorded' });
  });

  routes.post('/webhooks/sms', async (request, response) => {
    const message = read(() => webhooks.sms(raw(request)));
    if (message.kind === 'status') {
      await requests.recordDelivery(message);
      response.json({ outcome: 'noted' });
      return;
    }
    const { messageId, from, text } = message;
    const commandId = `sms:${messageId}`;
    const outcome = await requests.receiveSymptomAnswer({
      commandId,
      fingerprint: fingerprint(request),
      from,
      text,
    });
    response.json({ outcome });
  });

  /** Partners whose every message is one command. */
  const partner = <Message extends Readonly<{ messageId: string }>>(
    by: string,
    reader: (webhook: RawWebhook) => Message,
    take: (asked: Requests, message: Message, told: Told) => Promise<unknown>,
  ): void => {
    routes.post(`/webhooks/${by}`, async (request, response) => {
      const message = read(() => reader(raw(request)));
      const commandId = `${by}:${message.messageId}`;
      await take(requests, message, { commandId, fingerprint: fingerprint(request), by });
      response.json({ outcome: 'recorded' });
    });
  };
  partner('payment', webhooks.payment, takePayment);
  partner('delivery', webhooks.delivery, takeDelivery);
  partner('entry-log', webhooks.entryLog, takeLookUp);
  partner('card-history', webhooks.cardHistory, takeLookUp);
  partner('living-support', webhooks.livingSupport, takeLivingSupport);
  partner('survey', webhooks.survey, takeSurvey);

  return routes;
}

const raw = (request: Request) => ({
  headers: request.headers,
  rawBody: (request as WithRawBody).rawBody ?? Buffer.alloc(0),
});

const fingerprint = (request: Request): string =>
  createHash('sha256').update(raw(request).rawBody).digest('hex');

/** A signed body that makes no sense is the partner's mistake, told as such. */
function read<Message>(reader: () => Message): Message {
  try {
    return reader();
  } catch (error) {
    if ((error as Error).name === 'ZodError') throw refuse('request/invalid');
    throw error;
  }
}
