import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const [HERE, NEXT_DOOR, ELSEWHERE] = ['11110', '11140', '26440'];
const world = forThisFile(apiWorld);

const somebody = (id: string, role: Role, ...jurisdictions: string[]) =>
  tokenFor({ id, roles: [role], jurisdictions });
let [account, kim, boss] = ['', '', ''];
let people = 0;
beforeEach(async () => {
  people += 1;
  account = `kim-${people}@office.example`;
  kim = await somebody(account, 'patient-manager', HERE);
  boss = await somebody(`boss-${people}`, 'supervisor', HERE);
  expect(await tasksOf(kim)).toMatchObject({ status: 200 });
});

const tasksOf = (token: string) => world.callAs(token, 'GET', '/tasks');
const page = async (token: string, of = account) => world.callAs(token, 'GET', `/staff/${of}`);
const tell = async (token: string, what: string, body: object = {}, version?: number, of = account) =>
  world.callAs(token, 'POST', `/staff/${of}/${what}`, body, {
    ...key(),
    'if-match': `"${version ?? (await page(boss, of)).body.version}"`,
  });
const AT_RISK = { reason: 'account-at-risk' };
const hours = (from: number): string => new Date(Date.now() + from * 3_600_000).toISOString();
const AWAY = () => ({ from: hours(-1), until: hours(8), reason: 'leave' });

describe('access', () => {
  test('is revoked in the middle: the next request is refused, however good the token; and restored', async () => {
    const { caseId, version } = (await world.callAs(kim, 'POST', '/cases', diagnosis(), key())).body;
    expect(await tell(boss, 'revocation', AT_RISK)).toMatchObject({
      status: 200,
      body: { stage: 'revoked', version: 1 },
    });
    for (const [method, path, body] of [
      ['GET', `/cases/${caseId}`],
      ['GET', '/jurisdictions'],
      ['GET', '/tasks?limit=none'],
      ['POST', `/cases/${caseId}/symptom-reports`, '{"broken'],
      ['POST', '/protocols', {}],
    ] as const) {
      const answer = await world.callAs(kim, method, path, body, { ...key(), 'if-match': `"${version}"` });
      expect([path, answer.status, answer.body['code']]).toEqual([path, 401, 'access/revoked']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    }
    expect(await tell(boss, 'restoration')).toMatchObject({ status: 200, body: { stage: 'active' } });
    expect((await world.callAs(kim, 'GET', `/cases/${caseId}`)).status).toBe(200);
    expect((await page(boss)).body).toMatchObject({
      stage: 'active',
      revokedAt: null,
      history: [
        { type: 'AccessRevoked', by: `boss-${people}`, data: { reason: 'account-at-risk' } },
        { type: 'AccessRestored' },
      ],
    });
  });

  test('that was revoked while the body of a request was on its way does nothing any more', async () => {
    const before = await world.pool.query('select count(*) from disease_case');
    const asked = JSON.stringify(diagnosis());
    const [begins, ends] = [asked.slice(0, 9), asked.slice(9)];
    const sending = request(`${world.base}/cases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${kim}`, 'content-type': 'application/json', ...key() },
    });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    sending.write(begins);
    await new Promise((resolve) => setTimeout(resolve, 200)); // the head of it has been let in
    await tell(boss, 'revocation', AT_RISK);
    sending.end(ends);
    const [answer] = await answered;
    expect([answer.statusCode, await json(answer)]).toMatchObject([401, { code: 'access/revoked' }]);
    expect((await world.pool.query('select count(*) from disease_case')).rows).toEqual(before.rows);
  });

  test('is revoked once, however many do so at the same moment', async () => {
    const other = await somebody(`director-${people}`, 'public-health-director', HERE);
    const both = await Promise.all([boss, other].map((one) => tell(one, 'revocation', AT_RISK, 0)));
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 412]);
    expect((await tell(boss, 'revocation', AT_RISK)).body['code']).toBe('staff-account/already-revoked');
    expect((await page(boss)).body.history).toHaveLength(1);
  });

  test('is not revoked under the key of another revocation', async () => {
    const other = `lee-${people}@office.example`;
    expect((await tasksOf(await somebody(other, 'patient-manager', HERE))).status).toBe(200);
    const once = key();
    const revoked = (of: string) =>
      world.callAs(boss, 'POST', `/staff/${of}/revocation`, AT_RISK, { ...once, 'if-match': '"0"' });
    expect((await revoked(account)).status).toBe(200);
    expect(await revoked(other)).toMatchObject({ status: 422, body: { code: 'idempotency-key/reused' } });
    expect((await tasksOf(await somebody(other, 'patient-manager', HERE))).status).toBe(200);
  });

  test('is lost by both of two who revoke each other at the same moment, and by nobody by their own hand', async () => {
    const [one, other] = [`left-${people}`, `right-${people}`];
    const tokens = await Promise.all([one, other].map((id) => somebody(id, 'supervisor', HERE)));
    for (const token of tokens) expect((await tasksOf(token)).status).toBe(200);
    const [left = '', right = ''] = tokens;
    expect((await tell(left, 'revocation', AT_RISK, 0, one)).body['code']).toBe('staff-account/own-access');
    await Promise.all([
      tell(left, 'revocation', AT_RISK, 0, other),
      tell(right, 'revocation', AT_RISK, 0, one),
    ]);
    const after = await Promise.all(tokens.map(tasksOf));
    const stages = await Promise.all([one, other].map(async (id) => (await page(boss, id)).body['stage']));
    // Whoever was a moment earlier may have shut the other out before the other could.
    expect(stages.filter((stage) => stage === 'revoked').length).toBeGreaterThan(0);
    expect(after.map(({ status }) => (status === 401 ? 'revoked' : 'active'))).toEqual(stages);
  });

  test('once revoked is on record with who tried', async () => {
    await tell(boss, 'revocation', AT_RISK);
    await tasksOf(kim);
    const { rows } = await world.pool.query(
      'select outcome, problem from access_record where staff_id = $1 order by at desc limit 1',
      [account],
    );
    expect(rows).toEqual([{ outcome: 'refused', problem: 'access/revoked' }]);
    const { rows: told } = await world.pool.query(
      `select subject_kind as kind, district, subject_id is not null as "isNamed" from access_record
       where staff_id = $1 and endpoint = 'POST /staff/:id/revocation'`,
      [`boss-${people}`],
    );
    expect(told).toEqual([{ kind: 'staff-account', district: HERE, isNamed: true }]);
  });
});

describe('whose an account is', () => {
  const ABSENT = { status: 404, body: { code: 'staff-account/not-found' } };
  const supervisorOf = (...places: string[]) =>
    somebody(`of-${places.join('-')}-${people}`, 'supervisor', ...places);

  test('decides the token with which it asked last: all of its places have to be one’s own', async () => {
    expect(await page(await supervisorOf(NEXT_DOOR))).toMatchObject(ABSENT);
    expect(await page(await supervisorOf(ELSEWHERE))).toMatchObject(ABSENT);
    expect((await page(await supervisorOf('11'))).status).toBe(200);
    expect((await page(boss)).body).toMatchObject({ jurisdictions: [HERE], stage: 'active', version: 0 });

    await tasksOf(await somebody(account, 'patient-manager', HERE, NEXT_DOOR));
    expect(await page(boss)).toMatchObject(ABSENT);
    expect((await page(await supervisorOf('11'))).status).toBe(200);
    await tasksOf(await somebody(account, 'patient-manager', ELSEWHERE));
    expect(await page(await supervisorOf('11'))).toMatchObject(ABSENT);
    expect((await page(await supervisorOf(ELSEWHERE))).status).toBe(200);
    await tasksOf(await somebody(account, 'patient-manager', '00'));
    expect(await page(await supervisorOf(ELSEWHERE))).toMatchObject(ABSENT);
    expect((await page(await supervisorOf('00'))).status).toBe(200);
  });
  test('of one that was never used, the headquarters’', async () => {
    const never = `never-${people}`;
    const headquarters = await somebody(`hq-${people}`, 'headquarters', '00');
    expect(await page(boss, never)).toMatchObject(ABSENT);
    expect((await tell(boss, 'revocation', AT_RISK, 0, never)).body).toMatchObject(ABSENT.body);
    expect((await page(headquarters, never)).body).toMatchObject({ jurisdictions: [], lastSeenAt: null });
    expect((await tell(headquarters, 'revocation', AT_RISK, 0, never)).status).toBe(200);
    expect((await tasksOf(await somebody(never, 'tester', HERE))).status).toBe(401);
  });
  test('is not said of what the machines are called', async () => {
    expect(await page(boss, 'patient')).toMatchObject({ status: 400 });
    expect(await tasksOf(await somebody('pcr-laboratory', 'headquarters', '00'))).toMatchObject({
      status: 401,
      body: { code: 'token/missing-or-unknown' },
    });
  });
});

describe('an absence', () => {
  test('keeps somebody from taking a task and from being given one, until they are back', async () => {
    const { caseId } = (await world.callAs(kim, 'POST', '/cases', diagnosis(), key())).body;
    const at = new Date().toISOString();
    const { taskId } = await world.steps.openTask({
      kind: 'no-answer',
      caseId,
      commandId: `t-${people}`,
      at,
    });
    const ask = (token: string, what: string, body: object = {}) =>
      world.callAs(token, 'POST', `/tasks/${taskId}/${what}`, body, { ...key(), 'if-match': '"1"' });
    expect((await tell(boss, 'absence', { ...AWAY(), until: hours(-2) })).body['code']).toBe(
      'staff-account/absence-ends-too-early',
    );
    expect((await tell(boss, 'absence', AWAY())).body).toMatchObject({ stage: 'active', version: 1 });
    expect((await tell(boss, 'absence', AWAY())).body['code']).toBe('staff-account/already-absent');
    expect((await ask(kim, 'claim')).body['code']).toBe('task/owner-absent');
    const given = { staffId: account, reason: 'workload' };
    expect((await ask(boss, 'reassignment', given)).body['code']).toBe('task/owner-absent');
    expect((await page(boss)).body).toMatchObject({ absences: [{ reason: 'leave' }], tasks: [] });

    expect((await tell(boss, 'absence/end')).status).toBe(200);
    expect((await tell(boss, 'absence/end')).body['code']).toBe('staff-account/not-absent');
    expect((await ask(boss, 'reassignment', given)).status).toBe(200);
    expect((await page(boss)).body['tasks']).toMatchObject([{ taskId, kind: 'no-answer', district: HERE }]);
  });
});
