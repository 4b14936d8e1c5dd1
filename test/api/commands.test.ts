import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seen } from '../support/seen.ts';

const world = forThisFile(apiWorld);

/** Tells something about one thing, in the version that it has now. */
const tell = async (at: string, path: string, body: unknown = {}) => {
  const { version } = (await world.call('GET', at)).body;
  return world.call('POST', `${at}${path}`, body, { ...key(), 'if-match': `"${version}"` });
};
const aCase = async () => String((await world.call('POST', '/cases', diagnosis(), key())).body.caseId);

describe('people', () => {
  const minor = { ...somebody(), birthDate: '2020-01-02', language: 'en', district: '11110' };
  test('are registered, corrected, and their page holds no personal value', async () => {
    const one = somebody();
    const { status, body } = await world.call('POST', '/people', { ...one, district: '11110' }, key());
    expect(status).toBe(201);
    const at = `/people/${body.personId}`;
    expect((await tell(at, '/values', { phone: '010-9876-5432' })).status).toBe(200);
    expect((await tell(at, '/channel', { channel: 'telephone' })).status).toBe(200);
    const page = await world.call('GET', at);
    expect(page.body).toMatchObject({ personId: body.personId, preferredChannel: 'telephone' });
    expect(JSON.stringify(page.body)).not.toMatch(new RegExp(`${one.name}|9876-?5432|${one.birthDate}`));
  });
  test('a minor gets a guardian; an adult does not', async () => {
    const child = `/people/${(await world.call('POST', '/people', minor, key())).body.personId}`;
    const adult = String(
      (await world.call('POST', '/people', { ...somebody(), district: '11110' }, key())).body.personId,
    );
    expect((await tell(child, '/guardian', { guardianId: adult })).status).toBe(200);
    expect(
      (await tell(`/people/${adult}`, '/guardian', { guardianId: adult })).status,
    ).toBeGreaterThanOrEqual(409);
  });
});

describe('findings about a case', () => {
  test('a doubt of identity is told, and shown', async () => {
    const at = `/cases/${await aCase()}`;
    expect((await tell(at, '/identity-doubt', { reason: 'person-denies' })).status).toBe(200);
    expect((await world.call('GET', at)).body['identityInDoubt']).not.toBeNull();
    expect((await tell(at, '/identity-doubt', { reason: 'because' })).status).toBe(400);
  });
  test('the clinical course and the history are told; nonsense is refused', async () => {
    const at = `/cases/${await aCase()}`;
    expect((await tell(at, '/clinical-course', { severity: 'severe', treatment: 'ventilator' })).status).toBe(
      200,
    );
    expect((await tell(at, '/medical-history', { vaccinatedOn: ['2020-13-01'] })).status).toBe(400);
    expect((await tell(at, '/medical-history', { facts: { homeIsSuitable: true } })).status).toBe(200);
    expect((await tell(at, '/medical-history', { facts: { home: '종로 1길' } })).status).toBe(422);
    expect((await tell(at, '/protocol-choice', { protocol: 'none', reason: 'household' })).status).toBe(404);
  });
});

describe('a look-up', () => {
  test('is asked for under the protocol’s law, and approved by somebody else in a named office', async () => {
    const caseId = await aCase();
    const period = { periodFrom: '2020-06-20', periodTo: '2020-06-25' };
    const made = await world.call(
      'POST',
      `/cases/${caseId}/look-ups`,
      { kind: 'entryLog', ...period, requestedBy: 'investigator' },
      key(),
    );
    expect(made.status).toBe(201);
    const at = `/look-ups/${String(made.body['informationRequestId'])}`;
    expect((await world.call('GET', at)).body).toMatchObject({ stage: 'requested', kind: 'entryLog' });
    expect((await tell(at, '/approval', { role: 'mayor' })).status).toBe(400);
    expect((await tell(at, '/rejection', { reason: 'not-necessary' })).body).toMatchObject({
      stage: 'rejected',
    });
  });
});

describe('a screening clinic', () => {
  test('is established, managed and read for a day', async () => {
    const { status, body } = await world.call(
      'POST',
      '/clinics',
      { district: '11110', placeCode: 'JONGNO-1' },
      key(),
    );
    expect(status).toBe(201);
    const at = `/clinics/${String(body['clinicId'])}`;
    const facility = {
      openingHours: { monday: { from: '09:00', to: '18:00' } },
      booths: 3,
      capacityPerBoothHour: 10,
      kitsInStock: 500,
    };
    const told = await world.call('POST', `${at}/facility`, facility, {
      ...key(),
      'if-match': `"${body.version}"`,
    });
    expect(told.status).toBe(200);
    expect((await world.call('GET', `${at}?date=2026-11-23&kitsPerDay=100`)).body['onDay']).toMatchObject({
      date: '2026-11-23',
      kitsLastForDays: 5,
    });
    expect((await world.call('GET', `${at}?kitsPerDay=0`)).status).toBe(400);
  });
});

describe('tasks', () => {
  test('are claimed by one, handed back, and given to somebody else', async () => {
    const caseId = await aCase();
    const at = new Date().toISOString();
    const { taskId } = await world.steps.openTask({
      caseId,
      at,
      commandId: `case:${caseId}:t`,
      kind: 'no-answer',
    });
    const [first] = (await world.call('GET', `/tasks?caseId=${caseId}`)).body.items;
    expect(first).toMatchObject({ taskId, kind: 'no-answer', priority: 2, owner: null });
    expect(first?.todo).toBe('전화해 증상을 묻고 증상 보고로 입력하세요.');
    const act = (path: string, version: number, body: unknown = {}) =>
      world.call('POST', `/tasks/${taskId}${path}`, body, { ...key(), 'if-match': `"${version}"` });
    expect((await act('/claim', 1)).body).toMatchObject({ taskId, version: 2 });
    expect((await act('/hand-back', 2)).status).toBe(200);
    await seen(world, ['nurse-4']);
    expect((await act('/reassignment', 3, { staffId: 'nurse-4', reason: 'skill' })).status).toBe(200);
    expect((await act('/claim', 4)).body).toMatchObject({ code: 'task/claimed-by-another' });
  });
});

test.each(['people', 'contacts', 'supplies', 'routes', 'look-ups', 'surveys', 'living-support', 'tests'])(
  'GET /%s/{id} of something that is not there is 404, and 400 for what is no id',
  async (path) => {
    expect((await world.call('GET', `/${path}/${randomUUID()}`)).status).toBe(404);
    expect((await world.call('GET', `/${path}/1`)).status).toBe(400);
  },
);
