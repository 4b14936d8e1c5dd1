import { z } from 'zod';
import { isRegistryNumber } from '../../../domain/patient-management/case/registry-number.ts';
import type { CaseNotification, ConfirmedCaseRegistry } from '../../ports/confirmed-case-registry.ts';
import { ExternalSystemUnavailable } from '../../ports/external-system.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';

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
export function confirmedCaseRegistry(options: PartnerOptions): ConfirmedCaseRegistry {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: 'GET' | 'POST', path: string, body?: unknown): Call => ({
    system: 'registry',
    url: `${baseUrl}/fhir/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${apiKey}` },
    body,
  });
  return {
    async register(notification) {
      const registryNumber = numberIn(
        await callPartner(call('POST', '$process-message', message(notification)), answer),
      );
      if (registryNumber === undefined) throw new ExternalSystemUnavailable('registry', 'garbage');
      return { registryNumber };
    },
    async findByKey(key) {
      const query = new URLSearchParams({ identifier: `urn:bangyeok:notification|${key}` });
      const registryNumber = numberIn(
        await callPartner(call('GET', `Condition?${query.toString()}`), answer),
      );
      return registryNumber === undefined ? undefined : { registryNumber };
    },
  };
}

/** @throws ExternalSystemUnavailable `garbage` for a number that is none: nothing is recorded, it is asked again */
function numberIn({ entry }: z.output<typeof answer>): string | undefined {
  const identifiers = entry.flatMap(({ resource }) => resource.identifier ?? []);
  const number = identifiers.find(({ system }) => system === REGISTRY_NUMBER)?.value;
  if (number !== undefined && !isRegistryNumber(number))
    throw new ExternalSystemUnavailable('registry', 'garbage');
  return number;
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
