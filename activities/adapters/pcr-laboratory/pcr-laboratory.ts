import { z } from 'zod';
import type { Laboratory } from '../../ports/laboratory.ts';
import { callPartner } from '../http/call-partner.ts';

export type PartnerOptions = Readonly<{ baseUrl: string; apiKey: string; timeoutMilliseconds: number }>;

const SARS_COV_2_RNA = { system: 'http://loinc.org', code: '94500-6' };
const answer = z.object({ resourceType: z.literal('ServiceRequest'), id: z.string().min(1) });

/** The PCR system over FHIR R4. A conditional create orders exactly once by key. */
export function pcrLaboratory({ baseUrl, apiKey, timeoutMilliseconds }: PartnerOptions): Laboratory {
  return {
    async order({ key, testId, purpose, specimenId, orderedAt }) {
      const { id } = await callPartner(
        {
          system: 'pcr-laboratory',
          url: `${baseUrl}/fhir/ServiceRequest`,
          method: 'POST',
          timeoutMilliseconds,
          headers: {
            'content-type': 'application/fhir+json',
            authorization: `Bearer ${apiKey}`,
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
        },
        answer,
      );
      return { laboratoryOrderId: id };
    },
  };
}
