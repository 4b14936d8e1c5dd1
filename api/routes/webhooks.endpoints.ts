import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawWebhook, Signed, WebhookReader } from '../../activities/ports/webhooks.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { open } from '../contract/shapes.ts';
import type { Words } from '../problem.ts';
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

/**
 * A signed message of a partner, read as bytes: what is signed and no JSON is a message all the same. One that is not
 * provably theirs is refused; every other one is stored, applied or laid aside for a person, and only then answered.
 */
const partner = <Message>(
  source: string,
  called: Words,
  verified: (reader: WebhookReader) => (webhook: RawWebhook) => Signed<Message>,
  take: Take<Message>,
  concernOf: ConcernOf<Message>,
): Endpoint =>
  endpoint(
    {
      method: 'post',
      path: `/webhooks/${source}`,
      tag: 'partners',
      load: 'intake',
      does: {
        ko: `${called.ko}의 서명된 메시지를 받습니다.`,
        en: `Takes a signed message of ${called.en}.`,
      },
      more: {
        ko: '서명과 형식은 docs/api/partners.md에 있습니다.',
        en: 'Signature and form: docs/api/partners.md.',
      },
      consumes: 'signed bytes',
      body: z.instanceof(Buffer),
      answer: { status: 200, schema: open({}) },
      problems: ['webhook/refused'],
    },
    async ({ requests, webhooks }, { request, body: rawBody }) => {
      const { messageId, read } = verified(webhooks)({ headers: request.headers, rawBody });
      const fingerprint = createHash('sha256').update(rawBody).digest('hex');
      const message = { source, messageId, fingerprint, body: rawBody.toString('utf8') };
      const told = { commandId: `${source}:${messageId}`, fingerprint, by: source };
      const apply = async (): Promise<string> => (await take(requests, read(), told)) ?? 'recorded';
      return { body: await requests.receiveMessage(message, apply, () => concernOf(read())) };
    },
  );

/** What the nine external systems tell. */
export const WEBHOOKS: readonly Endpoint[] = [
  partner(
    'pcr-laboratory',
    { ko: '검사기관', en: 'the laboratory' },
    ({ laboratory }) => laboratory,
    takeLaboratory,
    concernOfLaboratory,
  ),
  partner('sms', { ko: '문자 중계사', en: 'the SMS gateway' }, ({ sms }) => sms, takeSms, concernOfSms),
  partner(
    'payment',
    { ko: '결제 시스템', en: 'the payment system' },
    ({ payment }) => payment,
    takePayment,
    concernOfOrder,
  ),
  partner(
    'delivery',
    { ko: '배송 시스템', en: 'the delivery system' },
    ({ delivery }) => delivery,
    takeDelivery,
    concernOfOrder,
  ),
  partner(
    'entry-log',
    { ko: '전자출입명부 시스템', en: 'the entry log' },
    ({ entryLog }) => entryLog,
    takeLookUp,
    concernOfLookUp,
  ),
  partner(
    'card-history',
    { ko: '카드 내역 시스템', en: 'the card companies' },
    ({ cardHistory }) => cardHistory,
    takeLookUp,
    concernOfLookUp,
  ),
  partner(
    'living-support',
    { ko: '생활지원금 지급 시스템', en: 'the living-support payments' },
    ({ livingSupport }) => livingSupport,
    takeLivingSupport,
    concernOfLivingSupport,
  ),
  partner(
    'survey',
    { ko: '설문 시스템', en: 'the survey system' },
    ({ survey }) => survey,
    takeSurvey,
    concernOfSurvey,
  ),
];
