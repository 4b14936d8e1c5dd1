import { randomUUID } from 'node:crypto';
import { simulator } from '../kit/simulator.ts';

type Identifier = { system: string; value: string };
type ServiceRequest = {
  resourceType: 'ServiceRequest';
  identifier: Identifier[];
  specimen: { identifier: Identifier }[];
  authoredOn: string;
};

const POSITIVE = '10828004';
const NEGATIVE = '260385009';
const INDETERMINATE = '82334004';

const laboratory = simulator('pcr-laboratory', [
  { input: 'specimen …-POS', ko: '양성', en: 'positive' },
  { input: 'specimen …-NEG', ko: '음성', en: 'negative' },
  { input: 'specimen …-IND', ko: '미결정', en: 'indeterminate' },
  { input: 'specimen …-LOST', ko: '결과가 오지 않음', en: 'never answers' },
  { input: 'anything else', ko: '음성', en: 'negative' },
]);
const delay = Number(process.env['RESULT_DELAY_MS'] ?? 300);

const valueOf = (identifiers: Identifier[], system: string): string =>
  identifiers.find((one) => one.system === system)?.value ?? '';

function conclusion(specimen: string): string | undefined {
  if (specimen.endsWith('-LOST')) return undefined;
  if (specimen.endsWith('-POS')) return POSITIVE;
  return specimen.endsWith('-IND') ? INDETERMINATE : NEGATIVE;
}

laboratory.app.post('/fhir/ServiceRequest', async (request, response) => {
  if (request.get('authorization') !== `Bearer ${process.env['API_KEY']}`) {
    response.status(401).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const order = request.body as ServiceRequest;
  if (order.resourceType !== 'ServiceRequest' || !Array.isArray(order.identifier)) {
    response.status(400).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const key = valueOf(order.identifier, 'urn:bangyeok:order');
  const known = laboratory.ledger.get(key) !== undefined;
  const testId = valueOf(order.identifier, 'urn:bangyeok:test');
  const specimen = order.specimen[0]?.identifier.value ?? '';
  let id = '';
  await laboratory.perform(
    response,
    () => {
      ({ id } = laboratory.ledger.record(
        key,
        randomUUID(),
        known ? undefined : () => ({ testId, specimen }),
      ));
      const code = conclusion(specimen);
      if (known || code === undefined) return;
      setTimeout(() => {
        laboratory.notify({
          resourceType: 'DiagnosticReport',
          id: randomUUID(),
          status: 'final',
          identifier: [{ system: 'urn:bangyeok:test', value: testId }],
          basedOn: [{ reference: `ServiceRequest/${id}` }],
          specimen: [{ identifier: { system: 'urn:bangyeok:specimen', value: specimen } }],
          effectiveDateTime: order.authoredOn,
          issued: new Date().toISOString(),
          conclusionCode: [{ coding: [{ system: 'http://snomed.info/sct', code }] }],
        });
      }, delay);
    },
    () => {
      response.status(known ? 200 : 201).json({ ...order, id });
    },
  );
});

laboratory.listen();
