import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { queried } from '../kit/queried.ts';
import { milliseconds, simulator } from '../kit/simulator.ts';

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
  {
    input: 'specimen …-DOUBT',
    ko: '양성, 검체 주인 불확실',
    en: 'positive, but whose specimen it was is in doubt',
  },
  { input: 'specimen …-LOST', ko: '결과가 오지 않음', en: 'never answers' },
  { input: 'anything else', ko: '음성', en: 'negative' },
]);
const delay = milliseconds('RESULT_DELAY_MS', 300);

const valueOf = (identifiers: Identifier[], system: string): string =>
  identifiers.find((one) => one.system === system)?.value ?? '';

function conclusion(specimen: string): string | undefined {
  if (specimen.endsWith('-LOST')) return undefined;
  if (specimen.endsWith('-POS') || specimen.endsWith('-DOUBT')) return POSITIVE;
  return specimen.endsWith('-IND') ? INDETERMINATE : NEGATIVE;
}

const isAllowed = (request: Request, response: Response): boolean => {
  if (request.get('authorization') === `Bearer ${process.env['API_KEY']}`) return true;
  response.status(401).json({ resourceType: 'OperationOutcome' });
  return false;
};

type Order = Readonly<{ testId: string; specimen: string; authoredOn: string }>;

function report(id: string, { testId, specimen, authoredOn }: Order, code: string): object {
  return {
    resourceType: 'DiagnosticReport',
    id: `report-${id}`,
    status: 'final',
    identifier: [{ system: 'urn:bangyeok:test', value: testId }],
    basedOn: [{ reference: `ServiceRequest/${id}` }],
    specimen: [{ identifier: { system: 'urn:bangyeok:specimen', value: specimen } }],
    ...(specimen.endsWith('-DOUBT')
      ? { extension: [{ url: 'urn:bangyeok:identity-in-doubt', valueBoolean: true }] }
      : {}),
    effectiveDateTime: authoredOn,
    issued: new Date().toISOString(),
    conclusionCode: [{ coding: [{ system: 'http://snomed.info/sct', code }] }],
  };
}

laboratory.app.post('/fhir/ServiceRequest', async (request, response) => {
  if (!isAllowed(request, response)) return;
  const order = request.body as ServiceRequest;
  if (order.resourceType !== 'ServiceRequest' || !Array.isArray(order.identifier)) {
    response.status(400).json({ resourceType: 'OperationOutcome' });
    return;
  }
  const key = valueOf(order.identifier, 'urn:bangyeok:order');
  const testId = valueOf(order.identifier, 'urn:bangyeok:test');
  const specimen = order.specimen[0]?.identifier.value ?? '';
  const details = { testId, specimen, authoredOn: order.authoredOn };
  let known = false;
  let id = '';
  await laboratory.perform({
    key,
    response,
    execute: () => {
      // Only a conditional create is done once.
      const conditional = request.get('if-none-exist') === `identifier=urn:bangyeok:order|${key}`;
      known = conditional && laboratory.ledger.get(key) !== undefined;
      ({ id } = laboratory.ledger.record(key, randomUUID(), known ? undefined : () => details));
      const code = conclusion(specimen);
      if (known || code === undefined) return;
      setTimeout(() => {
        laboratory.ledger.amend(key, { reported: true });
        laboratory.notify(report(id, details, code), key);
      }, delay);
    },
    answer: () => {
      response.status(known ? 200 : 201).json({ ...order, id });
    },
  });
});

/** An order by its key, with its report when there is one. */
laboratory.app.get('/fhir/ServiceRequest', (request, response) => {
  if (!isAllowed(request, response)) return;
  const [, key = ''] = queried(request, 'identifier').split('|');
  const entry = laboratory.ledger.get(key);
  const order = entry?.details as (Order & { reported?: boolean }) | undefined;
  const code = order?.reported === true ? conclusion(order.specimen) : undefined;
  response.json({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: [
      ...(entry === undefined ? [] : [{ resource: { resourceType: 'ServiceRequest', id: entry.id } }]),
      ...(entry === undefined || order === undefined || code === undefined
        ? []
        : [{ resource: report(entry.id, order, code) }]),
    ],
  });
});

laboratory.listen();
