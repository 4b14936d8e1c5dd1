import { z } from 'zod';
import type { LaboratoryMessage } from '../../ports/webhooks.ts';
import type { Read } from '../webhooks/read.ts';
import { testResult } from './test-result.fhir.ts';

const identifier = z.object({ system: z.string(), value: z.string() });

/** FHIR R4 DiagnosticReport, as far as we read it. */
const report = z.object({
  resourceType: z.literal('DiagnosticReport'),
  status: z.enum(['final', 'corrected']),
  identifier: z.array(identifier).min(1),
  specimen: z.array(z.object({ identifier })).optional(),
  extension: z.array(z.object({ url: z.string(), valueBoolean: z.boolean().optional() })).optional(),
  effectiveDateTime: z.iso.datetime({ offset: true }).optional(),
  conclusionCode: z
    .array(
      z.object({
        coding: z.array(z.object({ code: testResult })).min(1),
      }),
    )
    .min(1),
});

/** The laboratory cannot vouch for whose specimen it was. */
const IN_DOUBT = 'urn:bangyeok:identity-in-doubt';

/** The laboratory's report of one test: final, or put right. */
export const readLaboratory: Read<LaboratoryMessage> = (body) => {
  const read = report.parse(body);
  const result = read.conclusionCode[0]?.coding[0]?.code;
  if (result === undefined) throw new TypeError('a report without a conclusion');
  return {
    testId: z.uuid().parse(read.identifier.find(({ system }) => system === 'urn:bangyeok:test')?.value),
    specimenId: read.specimen?.[0]?.identifier.value,
    result,
    specimenCollectedAt: read.effectiveDateTime,
    isCorrection: read.status === 'corrected',
    identityInDoubt:
      read.extension?.some(({ url, valueBoolean }) => url === IN_DOUBT && valueBoolean === true) === true,
  };
};
