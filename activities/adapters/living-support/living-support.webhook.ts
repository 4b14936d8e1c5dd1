import { z } from 'zod';
import type { LivingSupportMessage } from '../../ports/webhooks.ts';
import type { Read } from '../webhooks/read.ts';
import { failureOf } from './transfer-wire.ts';

const claim = z.uuid();
const id = z.string().min(1).max(64);
const amount = z.number().int().min(1);
const ended = z.discriminatedUnion('status', [
  z.object({ status: z.literal('PAID'), event: z.literal('transfer'), id, claim, amount }),
  z.object({ status: z.literal('RECOVERED'), event: z.literal('recall'), id, claim, amount }),
  z.object({
    status: z.literal('FAILED'),
    event: z.literal('transfer'),
    claim,
    attempt: z.number().int().min(1),
    reason: z.string().max(40),
  }),
]);

/** How a transfer or a recall ended. */
export const readLivingSupport: Read<LivingSupportMessage> = (body) => {
  const read = ended.parse(body);
  const livingSupportId = read.claim;
  switch (read.status) {
    case 'PAID':
      return { livingSupportId, kind: 'paid', reference: read.id, amountWon: read.amount };
    case 'RECOVERED':
      return { livingSupportId, kind: 'recovered', reference: read.id, amountWon: read.amount };
    case 'FAILED':
      return { livingSupportId, kind: 'failed', attempt: read.attempt, reason: failureOf(read.reason) };
  }
};
