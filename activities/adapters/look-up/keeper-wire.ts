import { z } from 'zod';
import type { EffectSystem } from '../../ports/effect-log.ts';
import type { LookUpOrder, LookUpReceipt } from '../../ports/look-up-providers.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';

export const reference = z.string().min(1).max(64);
const accepted = z.object({ providerReference: reference });

export type KeeperWire = ReturnType<typeof keeperWire>;

/** The calls that are the same whatever is asked of a keeper of records (docs/api/partners.md). */
export function keeperWire(system: EffectSystem, options: PartnerOptions) {
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
    call,
    result,
    /** A formal request: its law, its approval and its period, about a `subject`. */
    request: (
      path: string,
      { key, informationRequestId, legalBasis, approvalReference, from, to }: Omit<LookUpOrder, 'person'>,
      subject: object,
    ): Promise<LookUpReceipt> => {
      const formal = { reference: key, requestId: informationRequestId, legalBasis, approvalReference };
      const body = { ...formal, period: { from, to }, ...subject };
      return callPartner(call('POST', path, { body }), accepted);
    },
    /** `raw`: one of their records. */
    records: async <RawRecord>(raw: z.ZodType<RawRecord>, resultReference: string) => {
      const answer = z.object({ records: z.array(raw) });
      return (await callPartner(call('GET', result(resultReference)), answer)).records;
    },
  };
}
