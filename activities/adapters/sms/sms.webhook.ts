import { z } from 'zod';
import type { SmsMessage } from '../../ports/webhooks.ts';
import { deliveredAt, wireMoments } from './delivered-at.ts';
import type { Read } from '../webhooks/read.ts';

const sms = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('inbound'), from: z.string().max(40), text: z.string().max(2_000) }),
  z.object({
    kind: z.literal('status'),
    messageId: z.string().min(1).max(100),
    reference: z.string().max(300),
    statusCode: z.string().max(10),
    ...wireMoments,
  }),
]);
const DELIVERED = '4000';

/** An answer to a message, or what became of one. */
export const readSms: Read<SmsMessage> = (body) => {
  const read = sms.parse(body);
  if (read.kind === 'inbound') return { kind: 'inbound', from: read.from, text: read.text };
  const { reference: key, statusCode: code, messageId: providerMessageId } = read;
  const delivered = code === DELIVERED;
  const known = delivered ? { deliveredAt: deliveredAt(read) } : {};
  return { kind: 'status', key, providerMessageId, delivered, ...known, code };
};
