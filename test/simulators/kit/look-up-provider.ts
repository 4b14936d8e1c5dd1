import { createHash, randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Magic } from './control.ts';
import { bearer } from './bearer.ts';
import { queried } from './queried.ts';
import { milliseconds, simulator } from './simulator.ts';

/** An official request for somebody's records. */
type Official = {
  reference?: string;
  requestId?: string;
  legalBasis?: string;
  approvalReference?: string;
  period?: { from: string; to: string };
  subject?: { name: string; birthDate: string; phone: string };
  /** In place of a subject: the code of a venue. */
  place?: string;
};
type Formal = Required<Omit<Official, 'subject' | 'place'>>;
type Period = Formal['period'];
/** Who or where a request is about, its word for "nothing", and what is found otherwise. */
type About = Readonly<{ named: string; nothing: string; found: (period: Period) => readonly object[] }>;
type Details = {
  requestId: string;
  count?: number;
  resultReference?: string;
  certificateId?: string;
  legalBasis: string;
  approvalReference: string;
};
export type Made = (day: Period) => readonly object[];
/** Who was at a place; moments with their offset. */
export type MadeAt = (place: string, period: Period) => readonly object[];

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
        const details = { requestId, legalBasis, approvalReference };
        const { id, isNew } = ledger.once(key, `${name}-${randomUUID()}`, () => details);
        const records = isNew ? found() : undefined;
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

  const takes = (path: string, aboutOf: (asked: Official) => About | undefined): void => {
    app.post(path, async (request, response) => {
      const asked = request.body as Official;
      const about = aboutOf(asked);
      if (!isFormal(asked) || about === undefined) {
        response.status(400).json({ code: 'NOT_A_FORMAL_REQUEST' });
        return;
      }
      const { named, nothing, found } = about;
      if (named === 'REFUSED') {
        response.status(422).json({ code: 'NOT_COVERED' });
        return;
      }
      await accept(response, asked, () => {
        if (named === 'SILENT') return undefined;
        return named === nothing ? [] : found(asked.period);
      });
    });
  };

  takes('/v1/requests', ({ subject }) => {
    if (!subject?.phone) return undefined;
    const { name: named, phone } = subject;
    return { named, nothing: 'NOTHING', found: (period) => told.get(phone) ?? made(period) };
  });
  if (madeAt !== undefined)
    takes('/v1/venue-requests', ({ place }) => {
      if (!place) return undefined;
      return {
        named: place,
        nothing: 'NOBODY',
        found: (period) => toldAt.get(place) ?? madeAt(place, period),
      };
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

  /** What a test says lies there: by the phone of a person, or the code of a place. */
  const isTold = (path: string, by: 'phone' | 'place', into: Map<string, readonly object[]>): void => {
    app.post(path, (request, response) => {
      const { records, ...body } = request.body as { phone?: string; place?: string; records?: object[] };
      const of = body[by];
      if (!of || !Array.isArray(records)) {
        response.status(400).json({ error: `{${by}, records}` });
        return;
      }
      into.set(of, records);
      response.status(201).json({ [`${by}s`]: into.size });
    });
  };
  isTold('/control/records', 'phone', told);
  if (madeAt !== undefined) isTold('/control/visitors', 'place', toldAt);

  provider.listen();
}

const isFormal = (asked: Official): asked is Formal =>
  Boolean(asked.reference && asked.requestId && asked.legalBasis && asked.approvalReference && asked.period);
