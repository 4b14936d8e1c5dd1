import { z } from 'zod';
import type { EffectSystem } from '../../ports/effect-log.ts';
import type { LookUpProvider, LookUpStanding } from '../../ports/look-up-providers.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';

const reference = z.string().min(1).max(64);
const accepted = z.object({ providerReference: reference });
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
  system: EffectSystem,
  raw: z.ZodType<RawRecord>,
  options: PartnerOptions,
): LookUpProvider<RawRecord> {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: Call['method'], path: string, more: Partial<Call> = {}): Call => ({
    system,
    url: `${baseUrl}/v1/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    ...more,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}`, ...more.headers },
  });
  const result = (resultReference: string): string => `results/${encodeURIComponent(resultReference)}`;
  return {
    async request({ key, informationRequestId, legalBasis, approvalReference, from, to, person }) {
      const { name, birthDate, phone } = person;
      const body = {
        reference: key,
        requestId: informationRequestId,
        legalBasis,
        approvalReference,
        period: { from, to },
        subject: { name, birthDate, phone },
      };
      return callPartner(call('POST', 'requests', { body }), accepted);
    },
    async findRequestByKey(key): Promise<LookUpStanding | undefined> {
      const query = new URLSearchParams({ reference: key });
      const { requests } = await callPartner(call('GET', `requests?${query.toString()}`), found);
      const [request] = requests;
      if (request === undefined) return undefined;
      const { status, ...known } = request;
      return { ...known, state: status } as LookUpStanding;
    },
    async fetchRecords(resultReference) {
      const answer = z.object({ records: z.array(raw) });
      return (await callPartner(call('GET', result(resultReference)), answer)).records;
    },
    destroyRecords: ({ key, resultReference }) =>
      callPartner(
        call('DELETE', result(resultReference), { headers: { 'idempotency-key': key } }),
        destroyed,
      ),
  };
}
