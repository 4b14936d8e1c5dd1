import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Requests } from '../../../activities/index.ts';

/** How far a case has come, as far as people and partners act on it. */
type Standing = Readonly<{
  id: string;
  isolation: string | null;
  notice: boolean;
  supplies: string | null;
  essentials: boolean;
  shipped: boolean;
  question: boolean;
}>;
export type News = 'notified' | 'essentials' | 'delivered' | 'reported';
export type CaseUnderWay = Readonly<{ caseId: string; isolationId: string; suppliesId: string }>;

const EVERY_MILLISECONDS = 50;
const STANDING = `select c.id, i.id as isolation, s.id as supplies, coalesce(s.stage = 'shipped', false) as shipped,
    exists (select from effect where key = 'case:' || c.id || ':isolation-notice' and status = 'done') as notice,
    exists (select from effect where key = 'supplies:' || s.id || ':essentials-question' and status = 'done') as essentials,
    exists (select from effect where key = 'case:' || c.id || ':symptom-question:1-1' and status = 'done') as question
  from disease_case c left join isolation i on i.case_id = c.id::text left join supplies s on s.isolation_id = i.id::text
  where c.id = any ($1)`;

/** One question for all cases that are under way: whoever waits for one of them is told when it has come so far. */
export function watch(pool: pg.Pool) {
  const waiting = new Map<string, (standing: Standing) => void>();
  let over = false;
  const watching = (async () => {
    while (!over) {
      if (waiting.size > 0) {
        const { rows } = await pool.query<Standing>({
          name: 'standing',
          text: STANDING,
          values: [[...waiting.keys()]],
        });
        for (const row of rows) waiting.get(row.id)?.(row);
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
    }
  })();
  return {
    until: (caseId: string, holds: (standing: Standing) => boolean): Promise<Standing> =>
      new Promise((resolve) => {
        waiting.set(caseId, (standing) => {
          if (!holds(standing)) return;
          waiting.delete(caseId);
          resolve(standing);
        });
      }),
    stop: async (): Promise<void> => {
      over = true;
      await watching;
    },
  };
}

type Course = Readonly<{
  ask: Requests;
  until: ReturnType<typeof watch>['until'];
  /** The naive shape is told what the other one hears from the outbox. */
  opened: (caseId: string) => Promise<unknown>;
  tell: (caseId: string, news: News) => Promise<unknown>;
}>;

const ONSET_DAYS_AGO = 20;
const request = () => ({ commandId: `bench:${randomUUID()}`, fingerprint: '', by: 'bench' });

/** Everything that people and partners do in the course of one case, the same for both shapes. */
export async function course({ ask, until, opened, tell }: Course, number: number): Promise<CaseUnderWay> {
  const onset = new Date(Date.now() - ONSET_DAYS_AGO * 86_400_000).toISOString().slice(0, 10);
  const person = await ask.registerPerson({
    ...request(),
    name: '홍길동',
    birthDate: '1980-01-02',
    sex: 'male',
    phone: `010${20_000_004 + number * 10}`,
    language: 'ko',
    district: '11110',
    addressLines: ['세종대로 110'],
  });
  const { id: caseId } = await ask.openCase({
    ...request(),
    kind: 'diagnosis',
    person: { personId: person.id },
    disease: 'covid-19',
    district: '11110',
    symptomatic: true,
    dateOfSymptomOnset: onset,
  });
  await opened(caseId);
  await until(caseId, ({ notice }) => notice);
  await ask.recordDelivery({
    key: `case:${caseId}:isolation-notice`,
    providerMessageId: 'reported',
    delivered: true,
    code: '4000',
  });
  await tell(caseId, 'notified');
  const { isolation, supplies } = await until(caseId, ({ essentials }) => essentials);
  const [isolationId, suppliesId] = [isolation ?? '', supplies ?? ''];
  const missing = [
    { code: 'rice', quantity: 1 },
    { code: 'mask', quantity: 1 },
  ];
  await ask.checkEssentials({ ...request(), suppliesId, missing });
  await tell(caseId, 'essentials');
  await until(caseId, ({ shipped }) => shipped);
  await ask.recordEssentialsDelivery({ ...request(), suppliesId, attempt: 1 });
  await tell(caseId, 'delivered');
  await until(caseId, ({ question }) => question);
  await ask.reportSymptoms({ ...request(), caseId, course: 'symptomFree', feverFreeForHours: 72 });
  await tell(caseId, 'reported');
  return { caseId, isolationId, suppliesId };
}
