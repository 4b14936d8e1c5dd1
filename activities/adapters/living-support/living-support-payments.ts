import { z } from 'zod';
import type { LivingSupportPayments, TransferStanding } from '../../ports/living-support-payments.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';
import { failureOf } from './transfer-wire.ts';

const accepted = z.object({ id: z.string().min(1).max(64) });
const found = z.object({
  found: z.array(
    z.object({
      id: z.string().min(1).max(64),
      amount: z.number().int().min(0),
      status: z.enum(['ACCEPTED', 'PAID', 'FAILED', 'RECOVERED']),
      reason: z.string().max(40).optional(),
    }),
  ),
});

/** The living-support payment system. Our key is its reference: the same reference pays, or recalls, once. */
export function livingSupportPayments(options: PartnerOptions): LivingSupportPayments {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: 'GET' | 'POST', path: string, body?: unknown): Call => ({
    system: 'living-support',
    url: `${baseUrl}/v1/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body,
  });
  const find = async (kind: 'transfers' | 'recalls', reference: string) => {
    const query = new URLSearchParams({ reference });
    return (await callPartner(call('GET', `${kind}?${query.toString()}`), found)).found[0];
  };
  return {
    async transfer({ key, livingSupportId, attempt, won, to }) {
      const { name, birthDate } = to;
      const body = {
        reference: key,
        claim: livingSupportId,
        attempt,
        amount: won,
        recipient: { name, birthDate },
      };
      return { reference: (await callPartner(call('POST', 'transfers', body), accepted)).id };
    },
    async findTransferByKey(key): Promise<TransferStanding | undefined> {
      const transfer = await find('transfers', key);
      if (transfer === undefined) return undefined;
      const known = { reference: transfer.id, won: transfer.amount };
      if (transfer.status === 'FAILED') {
        return { ...known, state: 'failed', reason: failureOf(transfer.reason) };
      }
      return { ...known, state: transfer.status === 'ACCEPTED' ? 'accepted' : 'paid' };
    },
    async recall({ key, reference, won }) {
      const path = `transfers/${encodeURIComponent(reference)}/recalls`;
      return {
        reference: (await callPartner(call('POST', path, { reference: key, amount: won }), accepted)).id,
      };
    },
    async findRecallByKey(key) {
      const recall = await find('recalls', key);
      if (recall === undefined) return undefined;
      const state = recall.status === 'RECOVERED' ? 'recovered' : 'accepted';
      return { reference: recall.id, won: recall.amount, state };
    },
  };
}
