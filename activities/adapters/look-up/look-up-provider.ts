import { z } from 'zod';
import type { LookUpProvider, LookUpStanding } from '../../ports/look-up-providers.ts';
import { callPartner } from '../http/call-partner.ts';
import { reference, type KeeperWire } from './keeper-wire.ts';

const destroyed = z.object({ certificateId: reference });
const found = z.object({
  requests: z.array(
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('pending'), providerReference: reference }),
      z.object({
        status: z.literal('ready'),
        providerReference: reference,
        recordCount: z.number().int().min(0),
        resultReference: reference,
      }),
      z.object({ status: z.literal('destroyed'), providerReference: reference, certificateId: reference }),
    ]),
  ),
});

/**
 * Keepers of records share our own wire (docs/api/partners.md): a formal request, its result kept until it is
 * destroyed, a certificate for that. `raw`: one of their records.
 */
export function lookUpProvider<RawRecord>(
  raw: z.ZodType<RawRecord>,
  { call, result, request, records }: KeeperWire,
): LookUpProvider<RawRecord> {
  return {
    request: ({ person: { name, birthDate, phone }, ...order }) =>
      request('requests', order, { subject: { name, birthDate, phone } }),
    async findRequestByKey(key): Promise<LookUpStanding | undefined> {
      const query = new URLSearchParams({ reference: key });
      const { requests } = await callPartner(call('GET', `requests?${query.toString()}`), found);
      const [request] = requests;
      if (request === undefined) return undefined;
      const { status, ...known } = request;
      return { ...known, state: status } as LookUpStanding;
    },
    fetchRecords: (resultReference) => records(raw, resultReference),
    destroyRecords: ({ key, resultReference }) =>
      callPartner(
        call('DELETE', result(resultReference), { headers: { 'idempotency-key': key } }),
        destroyed,
      ),
  };
}
