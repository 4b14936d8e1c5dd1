import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ExternalSystemRefused } from '../../ports/external-system.ts';
import type { TextMessageFound, TextMessages } from '../../ports/text-messages.ts';
import { deliveredAt, wireMoments } from './delivered-at.ts';
import { callPartner, type PartnerOptions } from '../http/call-partner.ts';

export type SolapiOptions = PartnerOptions & Readonly<{ apiSecret: string; sender: string }>;

const accepted = z.object({ messageList: z.array(z.object({ messageId: z.string().min(1) })) });
const listed = z.object({
  messageList: z.record(
    z.string(),
    z.object({ messageId: z.string().min(1), statusCode: z.string().max(10), ...wireMoments }),
  ),
});

/**
 * The SMS system on Solapi's wire. It knows no idempotency key: our key goes along as a custom field, and is asked for
 * before a message whose fate is unknown is sent again.
 */
export function solapiTextMessages(options: SolapiOptions): TextMessages {
  const { baseUrl, timeoutMilliseconds, circuit, sender } = options;
  const call = <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> =>
    callPartner(
      {
        system: 'sms',
        url: `${baseUrl}${path}`,
        method,
        timeoutMilliseconds,
        circuit,
        headers: { 'content-type': 'application/json', authorization: signature(options) },
        body,
      },
      schema,
    );

  return {
    async send({ key, to, text }) {
      const { messageList } = await call('POST', '/messages/v4/send-many/detail', accepted, {
        messages: [{ to: domestic(to), from: sender, text, customFields: { reference: key } }],
      });
      const sent = messageList[0];
      if (sent === undefined) throw new ExternalSystemRefused('sms', 'not-accepted');
      return { providerMessageId: sent.messageId };
    },
    async findByKey(key) {
      const query = new URLSearchParams({ criteria: 'customFields.reference', cond: 'eq', value: key });
      const { messageList } = await call('GET', `/messages/v4/list?${query.toString()}`, listed);
      const found = Object.values(messageList)[0];
      if (found === undefined) return undefined;
      const { messageId, statusCode } = found;
      const state = stateOf(statusCode);
      return {
        providerMessageId: messageId,
        state,
        code: statusCode,
        ...(state === 'delivered' ? { deliveredAt: deliveredAt(found) } : {}),
      };
    },
  };
}

function signature({ apiKey, apiSecret }: SolapiOptions): string {
  const date = new Date().toISOString();
  const salt = randomBytes(16).toString('hex');
  const signed = createHmac('sha256', apiSecret)
    .update(date + salt)
    .digest('hex');
  return `HMAC-SHA256 apiKey=${apiKey}, date=${date}, salt=${salt}, signature=${signed}`;
}

/** 2xxx: accepted and on its way; 3xxx: it cannot be delivered; 4000: it is there. */
function stateOf(statusCode: string): TextMessageFound['state'] {
  if (statusCode === '4000') return 'delivered';
  return statusCode.startsWith('2') ? 'underway' : 'undeliverable';
}

/** Korean gateways take `01012345678`; other countries' numbers go as they are, without the plus sign. */
const domestic = (e164: string): string =>
  e164.startsWith('+82') ? `0${e164.slice(3)}` : e164.replace(/^\+/, '');
