import { createHash } from 'node:crypto';
import { Router, raw } from 'express';
import type { Concern } from '../../activities/messages/message-concern.ts';
import type { LookUpMessage, RawWebhook, Signed } from '../../activities/ports/webhooks.ts';
import type { Dependencies } from '../dependencies.ts';
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

const ANY_TYPE = (): boolean => true;

/**
 * Signed messages of the partners, read as bytes: what is signed and no JSON is a message all the same. One that is not provably theirs is refused; every other one is stored, applied or
 * laid aside for a person, and only then answered.
 */
export function webhookRoutes({ requests, webhooks }: Dependencies): Router {
  const routes = Router();
  routes.use('/webhooks', raw({ limit: '256kb', type: ANY_TYPE }));

  const partner = <Message>(
    source: string,
    verified: (webhook: RawWebhook) => Signed<Message>,
    take: Take<Message>,
    concern: (message: Message) => Concern | undefined,
  ): void => {
    routes.post(`/webhooks/${source}`, async (request, response) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { messageId, read } = verified({ headers: request.headers, rawBody });
      const fingerprint = createHash('sha256').update(rawBody).digest('hex');
      const message = { source, messageId, fingerprint, body: rawBody.toString('utf8') };
      const told = { commandId: `${source}:${messageId}`, fingerprint, by: source };
      const apply = async (): Promise<string> => (await take(requests, read(), told)) ?? 'recorded';
      response.json(await requests.receiveMessage(message, apply, () => concern(read())));
    });
  };
  const ofOrder = ({ suppliesId: id }: Readonly<{ suppliesId: string }>) => ({ kind: 'supplies', id });
  const ofLookUp = (message: LookUpMessage) => ({
    kind: 'information-request',
    id: message.informationRequestId,
  });
  partner('pcr-laboratory', webhooks.laboratory, takeLaboratory, ({ testId: id }) => ({ kind: 'test', id }));
  partner('sms', webhooks.sms, takeSms, (message) =>
    message.kind === 'inbound' ? { from: message.from } : { textKey: message.key },
  );
  partner('payment', webhooks.payment, takePayment, ofOrder);
  partner('delivery', webhooks.delivery, takeDelivery, ofOrder);
  partner('entry-log', webhooks.entryLog, takeLookUp, ofLookUp);
  partner('card-history', webhooks.cardHistory, takeLookUp, ofLookUp);
  partner('living-support', webhooks.livingSupport, takeLivingSupport, ({ livingSupportId: id }) => ({
    kind: 'living-support',
    id,
  }));
  partner('survey', webhooks.survey, takeSurvey, ({ surveyId: id }) => ({ kind: 'survey', id }));

  return routes;
}
