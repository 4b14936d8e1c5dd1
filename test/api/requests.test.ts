import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../activities/adapters/webhooks/webhook-reader.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect, requests, storeActivities } from '../../activities/index.ts';
import { createApp } from '../../api/app.ts';
import { caseList } from '../../api/read-models/case-list.ts';
import { casePage } from '../../api/read-models/case-page.ts';
import { taskList } from '../../api/read-models/task-list.ts';
import { authentication } from '../../api/request-identity.ts';
import { servers, testDatabase, type TestDatabase } from '../support/servers.ts';

const TOKEN = 'a-token-of-the-officer';
const SECRETS = ['the-first-live-secret', 'the-second-live-secret'];
let database: TestDatabase;
let server: Server;
let base = '';
let logged = '';
beforeAll(async () => {
  database = await testDatabase();
  const anything = 'http://127.0.0.1:9';
  const configured = configuration({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: servers().temporalAddress,
    TEMPORAL_NAMESPACE: 'none',
    TEMPORAL_UI_URL: anything,
    API_TOKENS: `officer=${TOKEN}`,
    PCR_LABORATORY_URL: anything,
    PCR_LABORATORY_API_KEY: 'k',
    PCR_LABORATORY_WEBHOOK_SECRETS: SECRETS.join(','),
    SMS_URL: anything,
    SMS_API_KEY: 'k',
    SMS_API_SECRET: 's',
    SMS_SENDER: '021200000',
    SMS_WEBHOOK_SECRETS: SECRETS.join(','),
    REGISTRY_URL: anything,
    REGISTRY_API_KEY: 'k',
  });
  const uses = connect(configured, database.pool);
  process_ = storeActivities(uses);
  const app = createApp({
    requests: requests(uses),
    casePage: casePage(database.pool),
    caseList: caseList(database.pool),
    taskList: taskList(database.pool),
    webhooks: webhookReader({ laboratorySecrets: SECRETS, smsSecrets: SECRETS }),
    actorOf: authentication(configured.API_TOKENS),
    processUrl: (id) => `http://web/${id}`,
    isReady: async () => true,
    log: (entry, message) => {
      logged += JSON.stringify(entry) + message;
    },
  });
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});
let process_: ReturnType<typeof storeActivities>;

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, any>,
  };
};
const key = () => ({ 'idempotency-key': randomUUID() });
const person = { name: '홍길동', birthDate: '1980-01-02', sex: 'male', phone: '010-1234-5678' };
const diagnosis = { kind: 'diagnosis', person, district: '11110', symptomatic: true };
const opened = async () =>
  (await call('POST', '/cases', diagnosis, key())).body as {
    caseId: string;
    version: number;
    personId: string;
  };
const stored = async () =>
  Number(
    (
      await database.pool.query(
        'select (select count(*) from person) + (select count(*) from disease_case) as n',
      )
    ).rows[0].n,
  );

describe('bad input is told with its place, and stores nothing', () => {
  test.each<readonly [string, unknown, number, string, ...string[]]>([
    ['malformed JSON', '{"kind":', 400, 'request/malformed-json'],
    ['no object', '7', 400, 'request/malformed-json'],
    ['an unknown field', { ...diagnosis, colour: 'red' }, 400, 'request/invalid', '/colour'],
    ['a wrong type', { ...diagnosis, symptomatic: 'yes' }, 400, 'request/invalid', '/symptomatic'],
    [
      'a person without a telephone',
      { ...diagnosis, person: { ...person, phone: undefined } },
      400,
      'request/invalid',
      '/person/phone',
    ],
    [
      'a service number',
      { ...diagnosis, person: { ...person, phone: '1339' } },
      422,
      'phone/not-a-persons-number',
      '/person/phone',
    ],
    [
      'an onset in the future',
      { ...diagnosis, dateOfSymptomOnset: '2999-01-01' },
      422,
      'date/in-the-future',
      '/dateOfSymptomOnset',
    ],
    [
      'a birth in the future',
      { ...diagnosis, person: { ...person, birthDate: '2999-01-01' } },
      422,
      'birth-date/in-the-future',
      '/person/birthDate',
    ],
    [
      'a day that does not exist',
      { ...diagnosis, dateOfSymptomOnset: '2026-02-30' },
      400,
      'request/invalid',
      '/dateOfSymptomOnset',
    ],
    [
      'an empty name',
      { ...diagnosis, person: { ...person, name: ' ' } },
      422,
      'person/name-empty',
      '/person/name',
    ],
    [
      'a NUL in a name',
      { ...diagnosis, person: { ...person, name: 'a\u0000b' } },
      422,
      'person/name-empty',
      '/person/name',
    ],
    [
      'a lone surrogate',
      { ...diagnosis, person: { ...person, name: 'a\ud800' } },
      422,
      'person/name-empty',
      '/person/name',
    ],
    ['a prototype key', '{"kind":"diagnosis","__proto__":{"x":1}}', 400, 'request/invalid'],
    ['a person nobody knows', { ...diagnosis, person: { personId: randomUUID() } }, 404, 'person/not-found'],
    [
      'a specimen with a diagnosis',
      { ...diagnosis, specimenId: 'S-1' },
      400,
      'request/invalid',
      '/specimenId',
    ],
  ])('%s', async (_what, body, status, code, ...pointers) => {
    const before = await stored();
    const answer = await call('POST', '/cases', body, key());
    expect([answer.status, answer.body['code'], answer.body['type']]).toEqual([
      status,
      code,
      `/problems/${code}`,
    ]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    for (const pointer of pointers)
      expect(answer.body['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]));
    expect(await stored()).toBe(before);
  });

  test('titles come in Korean, and in English for those who ask', async () => {
    const korean = await call('GET', `/cases/${randomUUID()}`);
    const english = await call('GET', `/cases/${randomUUID()}`, undefined, { 'accept-language': 'en' });
    expect([korean.status, korean.body['title']]).toEqual([404, expect.stringContaining('사례')]);
    expect(english.body['title']).toContain('no such case');
  });

  test.each([
    ['/cases?colour=red', 400],
    ['/cases?limit=0', 400],
    ['/cases?stage=nowhere', 400],
    ['/nothing', 404],
    ['/cases/7', 400],
  ])('GET %s', async (path, status) => {
    expect((await call('GET', path)).status).toBe(status);
  });

  test('without a token, or with a wrong one, nothing is told', async () => {
    for (const authorization of ['', 'Bearer nobody', 'Basic x']) {
      const answer = await call('GET', '/cases', undefined, { authorization });
      expect([answer.status, answer.body['code']]).toEqual([401, 'token/missing-or-unknown']);
    }
  });
});

describe('the same request twice', () => {
  test('is answered alike and makes one case, also at one moment', async () => {
    const once = key();
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/cases', diagnosis, once)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { rows } = await database.pool.query(
      'select count(*)::int as n from domain_event where command_id like $1',
      [`%${once['idempotency-key']}%`],
    );
    expect(rows[0]).toEqual({ n: 1 + 3 });
  });
  test('with another body is refused', async () => {
    const once = key();
    await call('POST', '/cases', diagnosis, once);
    const answer = await call('POST', '/cases', { ...diagnosis, district: '26110' }, once);
    expect([answer.status, answer.body['code']]).toEqual([422, 'idempotency-key/reused']);
  });
  test('without a key is refused', async () => {
    expect(await call('POST', '/cases', diagnosis)).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key/missing' },
    });
  });
});

describe('a change', () => {
  test('needs the version that was read', async () => {
    const { caseId, version } = await opened();
    const report = { course: 'improving' };
    expect(await call('POST', `/cases/${caseId}/symptom-reports`, report, key())).toMatchObject({
      status: 428,
      body: { code: 'if-match/missing' },
    });
    const stale = await call('POST', `/cases/${caseId}/symptom-reports`, report, {
      ...key(),
      'if-match': '"1"',
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'if-match/stale', currentVersion: version } });
    const right = await call('POST', `/cases/${caseId}/symptom-reports`, report, {
      ...key(),
      'if-match': `"${version}"`,
    });
    expect([right.status, right.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
  });
  test('by two people at once: one wins, the other is told the present version', async () => {
    const { caseId, version } = await opened();
    const both = await Promise.all(
      [1, 2].map(() =>
        call('POST', `/cases/${caseId}/transfer-to-hospital`, {}, { ...key(), 'if-match': `"${version}"` }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = both.find(({ status }) => status === 412);
    expect(lost?.body['currentVersion']).toBe((await call('GET', `/cases/${caseId}`)).body['version']);
  });
  test('after the end is refused', async () => {
    const { caseId, version } = await opened();
    const ended = await call(
      'POST',
      `/cases/${caseId}/withdrawal`,
      { reason: 'wrong-result' },
      { ...key(), 'if-match': `"${version}"` },
    );
    const answer = await call(
      'POST',
      `/cases/${caseId}/symptom-reports`,
      { course: 'improving' },
      { ...key(), 'if-match': `"${ended.body['version']}"` },
    );
    expect([answer.status, answer.body['code']]).toEqual([409, 'case/already-closed']);
  });
});

describe('reading', () => {
  test('a case says where it stands, why, what is next and when, and its history; times are Seoul’s', async () => {
    const { caseId, personId } = await opened();
    const at = new Date().toISOString();
    await process_.startHomeTreatment({ caseId, at });
    await process_.planReleaseCheck({ caseId, at });
    const { body, headers } = await call('GET', `/cases/${caseId}`);
    expect(headers.get('etag')).toBe(`"${body['version']}"`);
    expect(body).toMatchObject({
      stage: 'home-treatment',
      personId,
      why: {
        rule: 'kr-covid-19/2020-06-25',
        countedFrom: 'confirmed',
        conditions: [{ criterion: 'period-over', met: false }],
      },
      next: { waitingFor: 'release-check', at: expect.stringMatching(/T00:00:00\+09:00$/) },
      links: { process: `http://web/${caseId}` },
    });
    expect(body['history'].map(({ type }: { type: string }) => type)).toEqual([
      'CaseOpened',
      'SymptomsOccurred',
      'InfectionConfirmed',
      'HomeTreatmentStarted',
      'ReleaseCheckPlanned',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/홍길동|1234/);
  });
  test('lists by stage come in pages', async () => {
    for (let count = 0; count < 3; count += 1) await opened();
    const first = await call('GET', '/cases?stage=confirmed&limit=2');
    expect(first.body['items']).toHaveLength(2);
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await call('GET', link);
    const ids = (page: typeof first) => page.body['items'].map(({ caseId }: { caseId: string }) => caseId);
    expect(ids(second).length).toBeGreaterThan(0);
    expect(ids(first)).not.toEqual(expect.arrayContaining(ids(second)));
  });
  test('every problem has a page', async () => {
    const { body } = await call('GET', '/problems');
    for (const { code } of body['items'])
      expect((await call('GET', `/problems/${code}`)).body['code']).toBe(code);
    expect((await call('GET', '/problems/constructor/name')).status).toBe(404);
  });
});

describe('webhooks', () => {
  const send = (path: string, body: unknown, options: { secret?: string; id?: string; at?: number } = {}) => {
    const text = JSON.stringify(body);
    const [id, at] = [options.id ?? randomUUID(), String(options.at ?? Math.floor(Date.now() / 1_000))];
    const signature = createHmac('sha256', options.secret ?? SECRETS[0] ?? '')
      .update(`${at}.${id}.${text}`)
      .digest('hex');
    return call('POST', path, text, {
      'x-bangyeok-message-id': id,
      'x-bangyeok-timestamp': at,
      'x-bangyeok-signature': `v1=${signature}`,
    });
  };
  const report = (testId: string, code = '10828004') => ({
    resourceType: 'DiagnosticReport',
    status: 'final',
    identifier: [{ system: 'urn:bangyeok:test', value: testId }],
    conclusionCode: [{ coding: [{ code }] }],
  });
  test('forged, old or senseless ones are refused; the second live key is good', async () => {
    const path = '/webhooks/pcr-laboratory';
    expect((await send(path, report(randomUUID()), { secret: 'somebody-else-entirely' })).status).toBe(401);
    expect(
      (await send(path, report(randomUUID()), { at: Math.floor(Date.now() / 1_000) - 600 })).status,
    ).toBe(401);
    expect((await call('POST', path, report(randomUUID()))).status).toBe(401);
    expect((await send(path, { resourceType: 'Patient' })).status).toBe(400);
    expect(await send(path, report(randomUUID()), { secret: SECRETS[1] ?? '' })).toMatchObject({
      status: 404,
      body: { code: 'test/not-found' },
    });
  });
  test('an answer from a telephone that nobody has is told so', async () => {
    expect((await send('/webhooks/sms', { kind: 'inbound', from: '010-9999-9998', text: '1' })).body).toEqual(
      { outcome: 'unknown-sender' },
    );
  });
  test('an answer of two patients who share a telephone is for staff', async () => {
    const shared = { ...diagnosis, person: { ...person, phone: '010-5555-6666' } };
    for (let count = 0; count < 2; count += 1) {
      const { caseId } = (await call('POST', '/cases', shared, key())).body;
      await process_.startHomeTreatment({ caseId, at: new Date().toISOString() });
    }
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect(
        (await send('/webhooks/sms', { kind: 'inbound', from: '01055556666', text: '1' }, { id })).body,
      ).toEqual({ outcome: 'for-staff' });
    }
    const { body } = await call('GET', '/tasks');
    expect(body['items'].filter(({ kind }: { kind: string }) => kind === 'answer-unclear')).toHaveLength(2);
  });
});

test('nothing was unexpected, and no log holds a personal value', () => {
  expect(logged).toBe('');
});
