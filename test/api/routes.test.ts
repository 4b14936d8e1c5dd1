import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { requests } from '../../activities/index.ts';
import { apiWorld, diagnosis, key, type Body } from '../support/api-world.ts';
import { daysAgo } from '../support/days.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(() => apiWorld('2021-03-15')); /* the first rule of disclosure is of 2020-12-30 */
let caseId = '';
let routeId = '';
const TODAY = daysAgo(0);
const YESTERDAY = daysAgo(1);
beforeAll(async () => {
  const onset = { ...diagnosis(), dateOfSymptomOnset: daysAgo(3) };
  ({ caseId } = (await world.call('POST', '/cases', onset, key())).body);
  const at = new Date().toISOString();
  await world.steps.beginInvestigation({ caseId, at, commandId: `case:${caseId}:investigation` });
  const { rows } = await world.pool.query<{ id: string }>('select id from route where case_id = $1', [
    caseId,
  ]);
  routeId = rows[0]?.id ?? '';
});

const about = async (page: string, path: string, body: unknown) => {
  const { version } = (await world.call('GET', page)).body;
  return world.call('POST', `${page}${path}`, body, { ...key(), 'if-match': `"${version}"` });
};
const route = (path: string, body: unknown = {}) => about(`/routes/${routeId}`, path, body);
const visitsOf = async () =>
  (await world.call('GET', `/routes/${routeId}`)).body['visits'] as readonly {
    visitId: string;
    placeId: string;
  }[];
const visit = (placeId: string, from: string, to: string) => ({
  source: 'staff',
  placeId,
  district: '11110',
  from: `${YESTERDAY}T${from}:00+09:00`,
  to: `${YESTERDAY}T${to}:00+09:00`,
});

describe('a look-up', () => {
  const asking = { kind: 'entryLog', periodFrom: YESTERDAY, periodTo: TODAY };
  const asked = async (): Promise<string> => {
    const { status, headers, body } = await world.call('POST', `/cases/${caseId}/look-ups`, asking, key());
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/look-ups/${String(body['informationRequestId'])}`);
    return String(body['informationRequestId']);
  };
  test('is asked for, under the law that the protocol names, and not approved by who asked', async () => {
    const id = await asked();
    expect((await world.call('GET', `/look-ups/${id}`)).body).toMatchObject({
      stage: 'requested',
      legalBasis: 'idcpa-76-2',
      protocolVersion: 'kr-covid-19/2021-03-01/1',
    });
    expect(await about(`/look-ups/${id}`, '/approval', { role: 'investigation-lead' })).toMatchObject({
      status: 409,
      body: { code: 'information-request/same-person' },
    });
    expect(await about(`/look-ups/${id}`, '/consultations', { purpose: 'route' })).toMatchObject({
      status: 409,
      body: { code: 'information-request/not-approved' },
    });
    expect(await about(`/look-ups/${id}`, '/person-notice', { channel: 'letter' })).toMatchObject({
      status: 409,
    });
    expect(await about(`/look-ups/${id}`, '/rejection', { reason: 'not-necessary' })).toMatchObject({
      status: 200,
      body: { informationRequestId: id, stage: 'rejected' },
    });
  });
  test.each([
    ['another law', { ...asking, legalBasis: 'pipa-15' }, 422],
    ['free text', { ...asking, legalBasis: '감염병예방법' }, 422],
    ['a day to come', { ...asking, periodTo: daysAgo(-2) }, 422],
    ['an end before its start', { ...asking, periodFrom: TODAY, periodTo: YESTERDAY }, 422],
    ['an unknown kind', { ...asking, kind: 'location' }, 400],
    ['more than it takes', { ...asking, name: '홍길동' }, 400],
    ['nothing', {}, 400],
  ])('with %s is refused', async (_what, body, status) => {
    expect((await world.call('POST', `/cases/${caseId}/look-ups`, body, key())).status).toBe(status);
  });
  test('is approved on the worklist in an office that the protocol names, and in no other', async () => {
    const commandId = randomUUID();
    const period = { periodFrom: YESTERDAY, periodTo: TODAY };
    const asking = {
      caseId,
      kind: 'cardHistory',
      ...period,
      by: 'clerk',
      commandId,
      fingerprint: '',
    } as const;
    const { id } = await requests(world.uses).requestInformation(asking);
    const at = new Date().toISOString();
    const { taskId } = await world.steps.openTaskAbout({
      kind: 'look-up-approval',
      subject: { kind: 'information-request', id },
      caseId,
      district: '11110',
      commandId: randomUUID(),
      by: 'process:information-request',
      at,
    });
    const decide = (body: unknown, language = 'ko') =>
      world.call('POST', `/tasks/${taskId}/decision`, body, {
        ...{ ...key(), 'if-match': '"1"', 'accept-language': language },
      });
    for (const [language, says] of [
      ['ko', /^승인하려면 승인권자의 직책/],
      ['en', /^Approving takes the office/],
    ] as const)
      expect(await decide({ decision: 'approve' }, language)).toMatchObject({
        status: 422,
        body: {
          ...{ code: 'task/role-needed', roles: 'kdca-approver', title: expect.stringMatching(says) },
          errors: [{ pointer: '/role', detail: expect.stringMatching(says) }],
        },
      });
    expect(await decide({ decision: 'approve', role: 'investigation-lead' })).toMatchObject({
      status: 409,
      body: { code: 'information-request/role-may-not-approve', approvers: 'kdca-approver' },
    });
    expect((await decide({ decision: 'approve', role: 'mayor' })).status).toBe(400);
    expect((await world.uses.tasks.load(taskId)).aggregate.state.stage).toBe('open');
    expect(await decide({ decision: 'approve', role: 'kdca-approver' })).toMatchObject({ status: 200 });
    const step = { id, taskId, at };
    expect(await world.steps.approveLookUp(step)).toEqual({});
    expect(await world.steps.approveLookUp(step)).toEqual({});
    const { body } = await world.call('GET', `/look-ups/${id}`);
    expect(body).toMatchObject({ stage: 'approved', approverRole: 'kdca-approver', approvedBy: 'officer' });
    expect(await about(`/look-ups/${id}`, '/approval', { role: 'kdca-approver' })).toMatchObject({
      status: 200,
    });
    await world.steps.rejectLookUp({ id, at });
    expect((await world.call('GET', `/look-ups/${id}`)).body).toMatchObject({ stage: 'approved' });
  });
  test('in an unknown role, or of nobody, is refused', async () => {
    const id = await asked();
    expect((await about(`/look-ups/${id}`, '/approval', { role: 'police' })).status).toBe(400);
    expect((await world.call('POST', `/cases/${randomUUID()}/look-ups`, asking, key())).status).toBe(404);
  });
});

describe('a route', () => {
  test('has visits that are established, set right or rejected, and is finished when all are', async () => {
    expect(await route('/visits', visit('P-REST-1', '12:00', '13:00'))).toMatchObject({ status: 200 });
    expect((await route('/visits', visit('P-PARK-9', '15:00', '16:00'))).status).toBe(200);
    expect(await route('/finish')).toMatchObject({ status: 409, body: { code: 'route/visits-undecided' } });
    const [lunch, park] = await visitsOf();
    const times = { from: `${YESTERDAY}T12:00:00+09:00`, to: `${YESTERDAY}T12:45:00+09:00` };
    expect((await route(`/visits/${lunch?.visitId}/times`, times)).status).toBe(200);
    expect((await route(`/visits/${lunch?.visitId}/establishment`)).status).toBe(200);
    expect((await route(`/visits/${park?.visitId}/rejection`, { reason: 'elsewhere' })).status).toBe(200);
    expect(await route('/finish')).toMatchObject({ status: 200, body: { routeId, stage: 'finished' } });
    expect(await route('/visits', visit('P-3', '17:00', '18:00'))).toMatchObject({
      status: 409,
      body: { code: 'route/already-finished' },
    });
  });
  test('is shown as places and times, without a person', async () => {
    const place = {
      district: '11110',
      placeId: 'P-REST-1',
      from: `${YESTERDAY}T12:00:00+09:00`,
      to: `${YESTERDAY}T12:45:00+09:00`,
    };
    const { status, body } = await world.call('GET', `/routes/${routeId}/disclosure`);
    expect([status, body['places']]).toMatchObject([200, [place]]);
    const everywhere = (await world.call('GET', '/disclosure?district=11110')).body;
    expect(everywhere['places']).toMatchObject([place]);
    expect(JSON.stringify(everywhere)).not.toMatch(new RegExp(`${caseId}|${routeId}|홍길동`));
    expect((await world.call('GET', '/disclosure?district=26110')).body['places']).toEqual([]);
    expect((await world.call('GET', '/disclosure?district=서울')).status).toBe(400);
    expect((await world.call('GET', '/disclosure')).status).toBe(400);
  });
  test('is opened again with a reason', async () => {
    expect((await route('/reopening', { reason: 'because' })).status).toBe(400);
    expect(await route('/reopening', { reason: 'error-found' })).toMatchObject({
      status: 200,
      body: { stage: 'open' },
    });
    expect((await world.call('GET', `/routes/${routeId}/disclosure`)).body['places']).toEqual([]);
  });
  test.each([
    ['a place that is an address', { placeId: '세종대로 110' }, 422],
    ['an unknown source', { source: 'rumour' }, 400],
    ['times the wrong way round', { from: `${YESTERDAY}T14:00:00Z` }, 422],
    ['a time to come', { to: '2100-01-01T00:00:00Z' }, 422],
    ['a district that is none', { district: 'Jongno' }, 400],
  ])('refuses %s', async (_what, wrong, status) => {
    expect((await route('/visits', { ...visit('P-4', '12:00', '13:00'), ...wrong })).status).toBe(status);
  });
  test('knows nothing of a visit that is not its own', async () => {
    expect(await route(`/visits/${randomUUID()}/establishment`)).toMatchObject({
      body: { code: 'route/visit-not-found' },
    });
  });
});

describe('an interview', () => {
  test('is answered by telephone, in codes; free text and a second answer are refused', async () => {
    const at = new Date().toISOString();
    await world.steps.offerInterview({ id: routeId, at, commandId: `route:${routeId}:interview` });
    const { rows } = await world.pool.query<{ id: string }>('select id from survey where case_id = $1', [
      caseId,
    ]);
    const survey = `/surveys/${rows[0]?.id}`;
    const told = (answers: object): Promise<{ status: number; body: Body }> =>
      about(survey, '/answers', { answers, channel: 'telephone' });
    expect(await told({ 'went-out': true, 'visit-1-place': '우리 집 앞 국밥집' })).toMatchObject({
      status: 422,
      body: { code: 'survey/answer-malformed' },
    });
    expect((await told({ 'went-out': true, remarks: 'x' })).status).toBe(422);
    expect(await told({ 'went-out': false })).toMatchObject({ status: 200, body: { stage: 'answered' } });
    expect((await about(survey, '/refusal', { reason: 'declined' })).status).toBe(409);
  });
});
