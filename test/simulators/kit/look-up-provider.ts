import { createHash, randomUUID } from 'node:crypto';
import type { Magic } from './control.ts';
import { bearer } from './bearer.ts';
import { queried } from './queried.ts';
import { milliseconds, simulator } from './simulator.ts';

/** An official request for somebody's records. */
type Request = {
  reference?: string;
  requestId?: string;
  legalBasis?: string;
  approvalReference?: string;
  period?: { from: string; to: string };
  subject?: { name: string; birthDate: string; phone: string };
};
type Details = {
  requestId: string;
  count?: number;
  resultReference?: string;
  certificateId?: string;
  legalBasis: string;
  approvalReference: string;
};
export type Made = (day: { from: string; to: string }) => readonly object[];

const NAMES: readonly Magic[] = [
  { input: 'name NOTHING', ko: '기록 없음', en: 'no records' },
  { input: 'name SILENT', ko: '회신 없음', en: 'never answers' },
  { input: 'name REFUSED', ko: '거부 (422)', en: 'refused (422)' },
  {
    input: 'POST /control/records {phone, records}',
    ko: '이 전화번호의 기록',
    en: 'the records of a phone',
  },
  { input: 'any other name', ko: '정해진 기록', en: 'always the same records' },
];

/** Keepers of records share a wire: request, signed message, records, destruction. */
export function lookUpProvider(name: string, made: Made): void {
  const provider = simulator(name, NAMES);
  const { app, ledger, notify, perform } = provider;
  const delay = milliseconds('RESULT_DELAY_MS', 300);
  /** Raw records live here, not in the ledger: destroyed is destroyed. */
  const results = new Map<string, readonly object[]>();
  const told = new Map<string, readonly object[]>();
  const detailsOf = (key: string) => ledger.get(key)?.details as Details | undefined;

  app.use('/v1', bearer({ code: 'UNAUTHORIZED' }));

  app.post('/v1/requests', async (request, response) => {
    const {
      reference: key,
      requestId,
      legalBasis,
      approvalReference,
      period,
      subject,
    } = request.body as Request;
    if (!key || !requestId || !legalBasis || !approvalReference || !period || !subject?.phone) {
      response.status(400).json({ code: 'NOT_A_FORMAL_REQUEST' });
      return;
    }
    if (subject.name === 'REFUSED') {
      response.status(422).json({ code: 'NOT_COVERED' });
      return;
    }
    await perform({
      key,
      response,
      execute: () => {
        const known = ledger.get(key) !== undefined;
        const details = { requestId, legalBasis, approvalReference };
        const { id } = ledger.record(key, `${name}-${randomUUID()}`, known ? undefined : () => details);
        if (known || subject.name === 'SILENT') return;
        const records = subject.name === 'NOTHING' ? [] : (told.get(subject.phone) ?? made(period));
        setTimeout(() => {
          const resultReference = `result-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
          results.set(resultReference, records);
          ledger.amend(key, { count: records.length, resultReference });
          const event = 'result-ready';
          notify(
            { event, requestId, providerReference: id, recordCount: records.length, resultReference },
            key,
          );
        }, delay);
      },
      answer: () => {
        response.status(202).json({ providerReference: ledger.get(key)?.id, status: 'accepted' });
      },
    });
  });

  app.get('/v1/requests', (request, response) => {
    const entry = ledger.get(queried(request, 'reference'));
    response.json({ requests: entry === undefined ? [] : [shown(entry.id, entry.details as Details)] });
  });

  const shown = (providerReference: string, { count, resultReference, certificateId }: Details) => {
    if (certificateId !== undefined) return { providerReference, status: 'destroyed', certificateId };
    if (resultReference === undefined) return { providerReference, status: 'pending' };
    return { providerReference, status: 'ready', recordCount: count, resultReference };
  };

  const ofResult = (resultReference: string) =>
    ledger.all().find(({ details }) => (details as Details).resultReference === resultReference);

  app.get('/v1/results/:resultReference', async (request, response) => {
    const { resultReference } = request.params;
    const records = results.get(resultReference);
    await perform({
      key: resultReference,
      response,
      execute: () => undefined,
      answer: () => {
        if (records === undefined) {
          response.status(ofResult(resultReference) === undefined ? 404 : 410).json({ code: 'GONE' });
        } else response.json({ records });
      },
    });
  });

  app.delete('/v1/results/:resultReference', async (request, response) => {
    const { resultReference } = request.params;
    const entry = ofResult(resultReference);
    if (entry === undefined) {
      response.status(404).json({ code: 'NOT_FOUND' });
      return;
    }
    const key = request.get('idempotency-key') ?? randomUUID();
    let certificateId = '';
    await perform({
      key,
      response,
      execute: () => {
        const known = detailsOf(entry.key)?.certificateId;
        certificateId = known ?? `certificate-${randomUUID()}`;
        results.delete(resultReference);
        ledger.record(key, certificateId, known === undefined ? () => ({ resultReference }) : undefined);
        ledger.amend(entry.key, { certificateId });
      },
      answer: () => response.json({ certificateId, destroyedAt: new Date().toISOString() }),
    });
  });

  app.post('/control/records', (request, response) => {
    const { phone, records } = request.body as { phone?: string; records?: object[] };
    if (!phone || !Array.isArray(records)) {
      response.status(400).json({ error: '{phone, records}' });
      return;
    }
    told.set(phone, records);
    response.status(201).json({ phones: told.size });
  });

  provider.listen();
}
