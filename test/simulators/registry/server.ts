import { randomUUID } from 'node:crypto';
import { simulator } from '../kit/simulator.ts';

type Resource = {
  resourceType: string;
  name?: { text?: string }[];
  identifier?: { system: string; value: string }[];
};
type Message = { resourceType: string; identifier?: { value: string }; entry?: { resource: Resource }[] };

const registry = simulator('registry', [
  { input: 'patient’s name REFUSED', ko: '등록 거부 (422)', en: 'registration refused (422)' },
]);

registry.app.post('/fhir/:operation', async (request, response) => {
  if (request.get('authorization') !== `Bearer ${process.env['API_KEY']}`) {
    response.status(401).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const message = request.body as Message;
  const key = message.identifier?.value;
  const resources = (message.entry ?? []).map(({ resource }) => resource);
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  const condition = resources.find(({ resourceType }) => resourceType === 'Condition');
  if (request.params.operation !== '$process-message' || !key || !patient || !condition) {
    response.status(400).json({ resourceType: 'OperationOutcome' });
    return;
  }
  if (patient.name?.[0]?.text === 'REFUSED') {
    response.status(422).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const known = registry.ledger.get(key) !== undefined;
  const caseId = condition.identifier?.[0]?.value ?? '';
  const year = new Date().getUTCFullYear();
  const next = `KR-${year}-${String(registry.ledger.all().length + 1).padStart(6, '0')}`;
  let number = '';
  await registry.perform(
    response,
    () => {
      number = registry.ledger.record(key, next, known ? undefined : () => ({ caseId })).id;
    },
    () => {
      response.json({
        resourceType: 'Bundle',
        type: 'message',
        id: randomUUID(),
        entry: [
          { resource: { resourceType: 'MessageHeader', response: { code: 'ok', identifier: key } } },
          {
            resource: {
              resourceType: 'Condition',
              identifier: [{ system: 'urn:kdca:registry-number', value: number }],
            },
          },
        ],
      });
    },
  );
});

registry.listen();
