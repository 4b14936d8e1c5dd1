import { createHash } from 'node:crypto';
import { Router, raw } from 'express';
import type { RawWebhook, Signed } from '../../activities/ports/webhooks.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  concernOfLaboratory,
  concernOfLivingSupport,
  concernOfLookUp,
  concernOfOrder,
  concernOfSms,
  concernOfSurvey,
  takeDelivery,
  takeLaboratory,
  takeLivingSupport,
  takeLookUp,
  takePayment,
  takeSms,
  takeSurvey,
  type ConcernOf,
  type Take,
} from './partner-messages.ts';

const ANY_TYPE = (): boolean => true;

/**
 * Signed messages of the partners, read as bytes: what is signed and no JSON is a message all the same. One that is not
 * provably theirs is refused; every other one is stored, applied or laid aside for a person, and only then answered.
 */
export function webhookRoutes({ requests, webhooks }: Dependencies): Router {
  const routes = Router();
  routes.use('/webhooks', raw({ limit: '256kb', type: ANY_TYPE }));

  const partner = <Message>(
    source: string,
    verified: (webhook: RawWebhook) => Signed<Message>,
    take: Take<Message>,
    concernOf: ConcernOf<Message>,
  ): void => {
    routes.post(`/webhooks/${source}`, async (request, response) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { messageId, read } = verified({ headers: request.headers, rawBody });
      const fingerprint = createHash('sha256').update(rawBody).digest('hex');
      const message = { source, messageId, fingerprint, body: rawBody.toString('utf8') };
      const told = { commandId: `${source}:${messageId}`, fingerprint, by: source };
      const apply = async (): Promise<string> => (await take(requests, read(), told)) ?? 'recorded';
      response.json(await requests.receiveMessage(message, apply, () => concernOf(read())));
    });
  };
  partner('pcr-laboratory', webhooks.laboratory, takeLaboratory, concernOfLaboratory);
  partner('sms', webhooks.sms, takeSms, concernOfSms);
  partner('payment', webhooks.payment, takePayment, concernOfOrder);
  partner('delivery', webhooks.delivery, takeDelivery, concernOfOrder);
  partner('entry-log', webhooks.entryLog, takeLookUp, concernOfLookUp);
  partner('card-history', webhooks.cardHistory, takeLookUp, concernOfLookUp);
  partner('living-support', webhooks.livingSupport, takeLivingSupport, concernOfLivingSupport);
  partner('survey', webhooks.survey, takeSurvey, concernOfSurvey);

  return routes;
}
