import { expect, test } from '@jest/globals';
import { apiWorld, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

type Words = Readonly<{ ko: string; en: string }>;
type Explained = Readonly<{
  why: Readonly<{
    rule: string;
    says: Words;
    protocol: Readonly<{ link: string }>;
    grade: Readonly<{ conditions: readonly Readonly<{ says: Words }>[] }> | null;
    tracks: readonly Readonly<{ criteria: readonly Readonly<{ until: string | null; says: Words }>[] }>[];
  }>;
  next: Readonly<{ at: string; says: Words }>;
}>;

const world = forThisFile(apiWorld);

const RULE = 'kr-covid-19/2020-06-25/1';
const seoulDay = (daysAgo: number): string =>
  new Date(Date.now() + 9 * 3_600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10);
const now = (): string => new Date().toISOString();
const pageOf = async (path: string) => (await world.call('GET', path)).body as unknown as Explained;
const inWords = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

async function named(more: object = { distanceMetres: 1, faceToFace: true }) {
  const { caseId } = await world.opened();
  const on = seoulDay(1);
  const met = { dateOfLastContact: on, placeId: 'P-1', setting: 'venue', minutes: 20, ...more };
  const exposed = { ...somebody(), name: '김접촉', district: '11110' };
  const contact = { person: exposed, foundBy: 'interview', exposures: [met] };
  const { body } = await world.call('POST', `/cases/${caseId}/contacts`, contact, key());
  return { caseId, contactId: String(body['contactId']), on };
}

test('a contact says why it waits to be graded, then why it is in quarantine and until when', async () => {
  const { contactId: id, on } = await named();
  expect(await pageOf(`/contacts/${id}`)).toMatchObject({
    why: {
      says: { ko: '아직 판정하지 않은 접촉이 있습니다.' },
      grade: null,
      measure: null,
      tracks: [],
    },
    next: {
      waitingFor: 'grading',
      at: null,
      movedOn: { endpoint: `POST /contacts/${id}/grade` },
    },
    links: { process: `http://web/contact/${id}` },
  });
  await world.steps.gradeContact({ id, at: now() });
  await world.steps.planFollowUp({ id, at: now() });
  const { why, next } = await pageOf(`/contacts/${id}`);
  expect(why).toMatchObject({
    rule: RULE,
    because: 'period-running',
    grade: { grade: 'close', rule: RULE },
    measure: { kind: 'quarantine', rule: RULE, endsAt: next.at, chosen: false },
    missing: [],
    toEnter: [],
  });
  expect(why.grade?.conditions[0]?.says).toEqual({
    ko: `1번째 접촉(${on}): 밀접 접촉.`,
    en: `Exposure 1 (${on}): close contact.`,
  });
  expect(why.says.ko).toContain(
    `추적관리 중입니다. 조치: 자가격리 ${inWords(next.at)}까지 (「자가격리 14일」).`,
  );
  expect(why.tracks[0]?.criteria[0]).toMatchObject({
    until: next.at,
    says: { ko: expect.stringContaining(`최종접촉일(${on})을`) },
  });
  expect(next).toMatchObject({
    waitingFor: 'watched',
    says: { en: expect.stringMatching(/^Waits until \d{4}-\d\d-\d\d 00:00\./) },
    movedOn: { endpoint: `POST /contacts/${id}/symptom-reports` },
  });
  expect((await world.call('GET', why.protocol.link)).status).toBe(200);
});

test('what nobody knows of an exposure is named, with what to do about it', async () => {
  const { contactId } = await named({ touched: false, careWithoutProtection: false });
  const says = {
    ko: '마주 봄: 조사해 접촉 등급을 직접 판정하거나, 접촉 확인 과업에서 결정하세요.',
    en: 'face to face: Investigate, and grade the contact by hand or in the task that is open for it.',
  };
  expect(await pageOf(`/contacts/${contactId}`)).toMatchObject({
    why: {
      says: { ko: '아직 판정하지 않은 접촉이 있습니다. 모르는 사실: 거리(미터), 마주 봄.' },
      missing: ['distanceMetres', 'faceToFace'],
      toEnter: [
        { fact: 'distanceMetres' },
        { fact: 'faceToFace', says, endpoint: `POST /contacts/${contactId}/grade` },
      ],
    },
  });
});

test('an isolation says what ends it, and where that is explained', async () => {
  const { caseId, contactId: id } = await named();
  const at = now();
  await world.steps.orderIsolation({ caseId, at, commandId: `case:${caseId}:order-isolation` });
  const { isolation } = (await world.call('GET', `/cases/${caseId}`)).body as unknown as {
    isolation: { isolationId: string; links: object };
  };
  const page = `/isolations/${isolation.isolationId}`;
  expect(isolation.links).toEqual({ page, process: `http://web/isolation/${isolation.isolationId}` });
  expect(await pageOf(page)).toMatchObject({
    why: {
      rule: null,
      protocol: null,
      says: { ko: expect.stringContaining(`격리해제 기준으로 끝납니다. 요건은 GET /cases/${caseId}의 why`) },
    },
    next: {
      waitingFor: 'notice',
      at: expect.any(String),
      movedOn: { endpoint: `POST ${page}/notices` },
      says: { ko: expect.stringContaining('진행할 수 있는 담당자: 격리관리 담당자') },
    },
    links: { case: `/cases/${caseId}` },
  });

  await world.steps.gradeContact({ id, at });
  await world.steps.planFollowUp({ id, at });
  await world.steps.quarantineContact({ id, at });
  const quarantine = await world.uses.lookups.quarantineOfContact(id);
  const { why, next } = await pageOf(`/isolations/${quarantine}`);
  expect(why).toMatchObject({ rule: RULE, protocol: { link: `/protocols/${RULE}` } });
  expect(why.says.en).toMatch(/^Quarantine, ordered at .*It ends at \d{4}-\d\d-\d\d 00:00 \(kr-covid-19/);
  expect(why.says.en).toContain(`GET /contacts/${id}`);
  expect(next).toMatchObject({ waitingFor: 'notice' });
});
