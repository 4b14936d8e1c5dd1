import { z } from 'zod';
import type { CaseNotification, ConfirmedCaseRegistry } from '../../ports/confirmed-case-registry.ts';
import { ExternalSystemUnavailable } from '../../ports/external-system.ts';
import { callPartner } from '../http/call-partner.ts';
import type { PartnerOptions } from '../pcr-laboratory/pcr-laboratory.ts';

const REGISTRY_NUMBER = 'urn:kdca:registry-number';
const COVID_19 = { system: 'http://snomed.info/sct', code: '840539006' };

const answer = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(
    z.object({
      resource: z.object({
        resourceType: z.string(),
        identifier: z.array(z.object({ system: z.string(), value: z.string() })).optional(),
      }),
    }),
  ),
});

/** The confirmed-case registry over a FHIR R4 notification message. The same key is answered with the same number. */
export function confirmedCaseRegistry({
  baseUrl,
  apiKey,
  timeoutMilliseconds,
}: PartnerOptions): ConfirmedCaseRegistry {
  return {
    async register(notification) {
      const { entry } = await callPartner(
        {
          system: 'registry',
          url: `${baseUrl}/fhir/$process-message`,
          method: 'POST',
          timeoutMilliseconds,
          headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${apiKey}` },
          body: message(notification),
        },
        answer,
      );
      const number = entry
        .flatMap(({ resource }) => resource.identifier ?? [])
        .find(({ system }) => system === REGISTRY_NUMBER);
      if (number === undefined) throw new ExternalSystemUnavailable('registry', 'garbage');
      return { registryNumber: number.value };
    },
  };
}

function message({ key, caseId, confirmedAt, districtCode, person }: CaseNotification) {
  return {
    resourceType: 'Bundle',
    type: 'message',
    identifier: { system: 'urn:bangyeok:notification', value: key },
    entry: [
      { resource: { resourceType: 'MessageHeader', eventUri: 'urn:kdca:case-notification' } },
      {
        resource: {
          resourceType: 'Condition',
          identifier: [{ system: 'urn:bangyeok:case', value: caseId }],
          code: { coding: [COVID_19] },
          verificationStatus: { coding: [{ code: 'confirmed' }] },
          recordedDate: confirmedAt,
        },
      },
      {
        resource: {
          resourceType: 'Patient',
          name: [{ text: person.name }],
          birthDate: person.birthDate,
          gender: person.sex,
          ...(person.phone === undefined ? {} : { telecom: [{ system: 'phone', value: person.phone }] }),
          address: [{ district: districtCode, country: 'KR' }],
        },
      },
    ],
  };
}
