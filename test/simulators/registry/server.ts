import { randomUUID } from 'node:crypto';
import { queried } from '../kit/queried.ts';
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
  const caseId = condition.identifier?.[0]?.value ?? '';
  let number = '';
  await registry.perform({
    key,
    response,
    execute: () => {
      const next = String(registry.ledger.all().length + 1).padStart(6, '0');
      const id = `KR-${new Date().getUTCFullYear()}-${next}`;
      number = registry.ledger.once(key, id, () => ({ caseId })).id;
    },
    answer: () => {
      response.json({
        resourceType: 'Bundle',
        type: 'message',
        id: randomUUID(),
        entry: [
          { resource: { resourceType: 'MessageHeader', response: { code: 'ok', identifier: key } } },
          { resource: numbered(number) },
        ],
      });
    },
  });
});

const numbered = (number: string) => ({
  resourceType: 'Condition',
  identifier: [{ system: 'urn:kdca:registry-number', value: number }],
});

/** A registration by the key of its notification. */
registry.app.get('/fhir/Condition', (request, response) => {
  if (request.get('authorization') !== `Bearer ${process.env['API_KEY']}`) {
    response.status(401).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const [, key = ''] = queried(request, 'identifier').split('|');
  const entry = registry.ledger.get(key);
  response.json({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: entry === undefined ? [] : [{ resource: numbered(entry.id) }],
  });
});

registry.listen();
