import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { RawWebhook, Signed } from '../../activities/ports/webhooks.ts';
import type { Dependencies } from '../dependencies.ts';
import type { WithRawBody } from '../request-identity.ts';
import {
  takeDelivery,
  takeLaboratory,
  takeLivingSupport,
  takeLookUp,
  takePayment,
  takeSms,
  takeSurvey,
  type Take,
} from './partner-messages.ts';

/**
 * Signed messages of the partners. One that is not provably theirs is refused; every other one is stored, applied or
 * laid aside for a person, and only then answered.
 */
export function webhookRoutes({ requests, webhooks }: Dependencies): Router {
  const routes = Router();

  const partner = <Message>(
    source: string,
    verified: (webhook: RawWebhook) => Signed<Message>,
    take: Take<Message>,
  ): void => {
    routes.post(`/webhooks/${source}`, async (request, response) => {
      const rawBody = (request as WithRawBody).rawBody ?? Buffer.alloc(0);
      const { messageId, read } = verified({ headers: request.headers, rawBody });
      const fingerprint = createHash('sha256').update(rawBody).digest('hex');
      const message = { source, messageId, fingerprint, body: rawBody.toString('utf8') };
      const told = { commandId: `${source}:${messageId}`, fingerprint, by: source };
      const apply = async (): Promise<string> => (await take(requests, read(), told)) ?? 'recorded';
      response.json(await requests.receiveMessage(message, apply));
    });
  };
  partner('pcr-laboratory', webhooks.laboratory, takeLaboratory);
  partner('sms', webhooks.sms, takeSms);
  partner('payment', webhooks.payment, takePayment);
  partner('delivery', webhooks.delivery, takeDelivery);
  partner('entry-log', webhooks.entryLog, takeLookUp);
  partner('card-history', webhooks.cardHistory, takeLookUp);
  partner('living-support', webhooks.livingSupport, takeLivingSupport);
  partner('survey', webhooks.survey, takeSurvey);

  return routes;
}
