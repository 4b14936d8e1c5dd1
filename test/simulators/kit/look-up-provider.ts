import { createHash, randomUUID } from 'node:crypto';
import type { Response } from 'express';
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
  /** In place of a subject: the code of a venue. */
  place?: string;
};
type Formal = Required<Omit<Request, 'subject' | 'place'>>;
type Details = {
  requestId: string;
  count?: number;
  resultReference?: string;
  certificateId?: string;
  legalBasis: string;
  approvalReference: string;
};
export type Made = (day: { from: string; to: string }) => readonly object[];
/** Who was at a place; moments with their offset. */
export type MadeAt = (place: string, period: { from: string; to: string }) => readonly object[];

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

const PLACES: readonly Magic[] = [
  { input: 'place NOBODY', ko: '출입자 없음', en: 'nobody was there' },
  { input: 'place SILENT', ko: '회신 없음', en: 'never answers' },
  { input: 'place REFUSED', ko: '거부 (422)', en: 'refused (422)' },
  {
    input: 'POST /control/visitors {place, records}',
    ko: '이 장소의 출입자',
    en: 'who was at a place',
  },
  { input: 'any other place', ko: '정해진 세 사람', en: 'always the same three people of that place' },
];

/** Keepers of records share a wire: request, signed message, records, destruction. `madeAt`: they know venues, too. */
export function lookUpProvider(name: string, made: Made, madeAt?: MadeAt): void {
  const provider = simulator(name, madeAt === undefined ? NAMES : [...NAMES, ...PLACES]);
  const { app, ledger, notify, perform } = provider;
  const delay = milliseconds('RESULT_DELAY_MS', 300);
  /** Raw records live here, not in the ledger: destroyed is destroyed. */
  const results = new Map<string, readonly object[]>();
  const told = new Map<string, readonly object[]>();
  const toldAt = new Map<string, readonly object[]>();
  const detailsOf = (key: string) => ledger.get(key)?.details as Details | undefined;

  app.use('/v1', bearer({ code: 'UNAUTHORIZED' }));

  /** Its number at once; what was found, a little later. Nothing found yet: it never answers. */
  const accept = (response: Response, asked: Formal, found: () => readonly object[] | undefined) => {
    const { reference: key, requestId, legalBasis, approvalReference } = asked;
    return perform({
      key,
      response,
      execute: () => {
        const known = ledger.get(key) !== undefined;
        const details = { requestId, legalBasis, approvalReference };
        const { id } = ledger.record(key, `${name}-${randomUUID()}`, known ? undefined : () => details);
        const records = known ? undefined : found();
        if (records === undefined) return;
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
  };

  app.post('/v1/requests', async (request, response) => {
    const { subject, ...asked } = request.body as Request;
    if (!isFormal(asked) || !subject?.phone) {
      response.status(400).json({ code: 'NOT_A_FORMAL_REQUEST' });
      return;
    }
    if (subject.name === 'REFUSED') {
      response.status(422).json({ code: 'NOT_COVERED' });
      return;
    }
    await accept(response, asked, () => {
      if (subject.name === 'SILENT') return undefined;
      return subject.name === 'NOTHING' ? [] : (told.get(subject.phone) ?? made(asked.period));
    });
  });

  if (madeAt !== undefined) {
    app.post('/v1/venue-requests', async (request, response) => {
      const { place, ...asked } = request.body as Request;
      if (!isFormal(asked) || !place) {
        response.status(400).json({ code: 'NOT_A_FORMAL_REQUEST' });
        return;
      }
      if (place === 'REFUSED') {
        response.status(422).json({ code: 'NOT_COVERED' });
        return;
      }
      await accept(response, asked, () => {
        if (place === 'SILENT') return undefined;
        return place === 'NOBODY' ? [] : (toldAt.get(place) ?? madeAt(place, asked.period));
      });
    });

    app.post('/control/visitors', (request, response) => {
      const { place, records } = request.body as { place?: string; records?: object[] };
      if (!place || !Array.isArray(records)) {
        response.status(400).json({ error: '{place, records}' });
        return;
      }
      toldAt.set(place, records);
      response.status(201).json({ places: toldAt.size });
    });
  }

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

const isFormal = (asked: Request): asked is Formal =>
  Boolean(asked.reference && asked.requestId && asked.legalBasis && asked.approvalReference && asked.period);
