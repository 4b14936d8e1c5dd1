import { z } from 'zod';
import type { Laboratory } from '../../ports/laboratory.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';
import { testResult } from './test-result.fhir.ts';

const SARS_COV_2_RNA = { system: 'http://loinc.org', code: '94500-6' };
const order = z.object({ resourceType: z.literal('ServiceRequest'), id: z.string().min(1) });
const report = z.object({
  resourceType: z.literal('DiagnosticReport'),
  conclusionCode: z.array(z.object({ coding: z.array(z.object({ code: testResult })).min(1) })).min(1),
});
const found = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ resource: z.union([order, report]) })).optional(),
});

/** The PCR system over FHIR R4. A conditional create orders exactly once by key. */
export function pcrLaboratory({ baseUrl, apiKey, timeoutMilliseconds, circuit }: PartnerOptions): Laboratory {
  const call = (method: 'GET' | 'POST', path: string, more: Partial<Call> = {}): Call => ({
    system: 'pcr-laboratory',
    url: `${baseUrl}/fhir/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    ...more,
    headers: { authorization: `Bearer ${apiKey}`, ...more.headers },
  });
  return {
    async order({ key, testId, purpose, specimenId, orderedAt }) {
      const { id } = await callPartner(
        call('POST', 'ServiceRequest', {
          headers: {
            'content-type': 'application/fhir+json',
            'if-none-exist': `identifier=urn:bangyeok:order|${key}`,
          },
          body: {
            resourceType: 'ServiceRequest',
            status: 'active',
            intent: 'order',
            identifier: [
              { system: 'urn:bangyeok:order', value: key },
              { system: 'urn:bangyeok:test', value: testId },
            ],
            code: { coding: [SARS_COV_2_RNA] },
            reasonCode: [{ text: purpose }],
            specimen: [{ identifier: { system: 'urn:bangyeok:specimen', value: specimenId } }],
            authoredOn: orderedAt,
          },
        }),
        order,
      );
      return { laboratoryOrderId: id };
    },
    async findOrderByKey(key) {
      const query = new URLSearchParams({
        identifier: `urn:bangyeok:order|${key}`,
        _revinclude: 'DiagnosticReport:based-on',
      });
      const { entry = [] } = await callPartner(call('GET', `ServiceRequest?${query.toString()}`), found);
      const resources = entry.map(({ resource }) => resource);
      const request = resources.find((one) => one.resourceType === 'ServiceRequest');
      const answer = resources.find((one) => one.resourceType === 'DiagnosticReport');
      const result = answer?.conclusionCode[0]?.coding[0]?.code;
      return (
        request && {
          laboratoryOrderId: request.id,
          ...(result === undefined ? {} : { result }),
        }
      );
    },
  };
}
