import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Role } from '../../api/access/roles.ts';
import { change } from '../../activities/change.ts';
import { tendExports } from '../../activities/exchange/tend-exports.ts';
import { pgOversights } from '../../activities/adapters/postgres/oversights.pg.ts';
import type { UpkeepUses } from '../../activities/upkeep-uses.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { lineListWorld } from '../support/line-list-world.ts';
import { tokenFor } from '../support/tokens.ts';

const ASKED = {
  list: 'cases',
  format: 'csv',
  district: '11110',
  purpose: 'follow-up',
  columns: ['caseId', 'name', 'dateOfBirth', 'phone'],
  filters: { onsetFrom: '2026-01-04', sort: 'caseId' },
};

const world = forThisFile(lineListWorld);

const as = (id: string, role: Role = 'investigator', within = '11110') =>
  tokenFor({ id, roles: [role], jurisdictions: [within] });
const DIRECTOR = ['lee', 'public-health-director'] as const;
async function post(token: string, path: string, body: object, version?: string) {
  const headers = version === undefined ? key() : { ...key(), 'if-match': version };
  return world.callAs(token, 'POST', path, body, headers);
}
const requested = async (more: object = {}, by = 'kim') =>
  (await post(await as(by), '/exports', { ...ASKED, ...more })).body['exportId'] as string;
const page = async (id: string) => (await world.callAs(await as('kim'), 'GET', `/exports/${id}`)).body;
async function file(id: string, by = 'kim') {
  const headers = { authorization: `Bearer ${await as(by)}` };
  const response = await fetch(`${world.base}/exports/${id}/file`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const codeOf = (text: string): unknown => (JSON.parse(text) as { code?: unknown }).code;
const taskOf = async (id: string) =>
  (
    await world.pool.query<{ id: string; stage: string; version: number }>(
      `select id, stage, version from task where subject_id = $1`,
      [id],
    )
  ).rows;

test('asked for, approved by another on the worklist, taken: everybody in it is on record', async () => {
  const id = await requested();
  expect(await page(id)).toMatchObject({ stage: 'requested', requestedBy: 'kim', timesTaken: 0, taken: [] });
  expect(codeOf((await file(id)).text)).toBe('export/not-approved');

  const director = await as(...DIRECTOR);
  const listed = await world.callAs(director, 'GET', '/tasks?kind=export-approval');
  const task = listed.body.items.find(({ subject }) => (subject as unknown as { id: string }).id === id);
  expect(task).toMatchObject({ kind: 'export-approval', decisions: ['approve', 'reject'] });
  const path = `/tasks/${task?.['taskId']}/decision`;
  expect((await post(director, path, { decision: 'approve' }, '"1"')).status).toBe(200);

  const { status, type, text } = await file(id);
  expect([status, type]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
  expect(parse(text, { bom: true })).toEqual([
    ['사례 ID', '성명', '생년월일', '연락처'],
    [world.cases[3], '최세라', '1980-01-02', "'+821010000004"],
  ]);
  expect(await page(id)).toMatchObject({
    ...{ stage: 'approved', decidedBy: 'lee', timesTaken: 1 },
    taken: [{ outcome: 'complete', rows: 1 }],
  });
  const { rows } = await world.pool.query(
    `select subject_kind, subject_id, reason, person_id is not null as known from access_record
     where staff_id = 'kim' and endpoint = 'GET /exports/:id/file' and outcome = 'allowed' order by subject_kind`,
  );
  expect(rows).toEqual([
    { subject_kind: 'case', subject_id: world.cases[3], reason: 'follow-up', known: true },
    { subject_kind: 'export', subject_id: id, reason: null, known: false },
  ]);
  const { rows: taken } = await world.pool.query(
    'select identifying, columns, filters, rows from export_download where export_id = $1',
    [id],
  );
  expect(taken).toEqual([{ identifying: true, columns: ASKED.columns, filters: ['onsetFrom'], rows: 1 }]);
});

describe('nobody approves it', () => {
  test('of their own, by the task or by its name', async () => {
    const director = await as(...DIRECTOR);
    const { body } = await post(director, '/exports', ASKED);
    const id = String(body['exportId']);
    const [task] = await taskOf(id);
    const own = await post(director, `/tasks/${task?.id}/decision`, { decision: 'approve' }, '"1"');
    expect([own.status, own.body['code']]).toEqual([409, 'export/own-request']);
    expect(await taskOf(id)).toMatchObject([{ stage: 'open', version: 1 }]);
    const named = await post(director, `/exports/${id}/approval`, {}, '"1"');
    expect(named.body['code']).toBe('export/own-request');
    expect(await page(id)).toMatchObject({ stage: 'requested' });
  });
  test.each([
    ['park', 'investigator', '11110', 403, 403],
    ['park', 'public-health-director', '26440', 404, 404],
    ['park', 'headquarters', '00', 403, 404], // decides tasks of the whole country's own alone
  ] as const)('%s, %s of %s: %i, its task %i', async (id, role, within, status, ofTask) => {
    const asked = await requested();
    const token = await as(id, role, within);
    expect((await post(token, `/exports/${asked}/approval`, {}, '"1"')).status).toBe(status);
    const [task] = await taskOf(asked);
    expect((await post(token, `/tasks/${task?.id}/decision`, { decision: 'approve' }, '"1"')).status).toBe(
      ofTask,
    );
    expect(await page(asked)).toMatchObject({ stage: 'requested', version: 1 });
  });
});

test('decided by its name, its task is off the list; refused, there is no file', async () => {
  const id = await requested();
  const refused = await post(await as(...DIRECTOR), `/exports/${id}/refusal`, { reason: 'too-much' }, '"1"');
  expect(refused.body).toMatchObject({ stage: 'refused', version: 2 });
  expect(await taskOf(id)).toMatchObject([{ stage: 'cancelled' }]);
  expect(codeOf((await file(id)).text)).toBe('export/not-approved');
});

test('only who asked takes it, three times, and within a day', async () => {
  const id = await requested();
  await post(await as(...DIRECTOR), `/exports/${id}/approval`, {}, '"1"');
  expect(codeOf((await file(id, 'choi')).text)).toBe('export/of-another');
  for (const time of [1, 2, 3]) expect([time, (await file(id)).status]).toEqual([time, 200]);
  expect(codeOf((await file(id)).text)).toBe('export/taken-too-often');
  const late = await requested();
  await post(await as(...DIRECTOR), `/exports/${late}/approval`, {}, '"1"');
  await world.pool.query(
    `update export set state = state || '{"takeBy": "2026-01-01T00:00:00Z"}' where id = $1`,
    [late],
  );
  expect(codeOf((await file(late)).text)).toBe('export/too-late');
  expect(await page(late)).toMatchObject({ stage: 'expired' });
  const { body } = await world.callAs(await as('kim'), 'GET', '/exports?stage=expired');
  expect(body.items.map(({ exportId }) => exportId)).toEqual([late]);
});

test('the same request again is the same one, with one task', async () => {
  const once = key();
  const token = await as('kim');
  const ask = () => world.callAs(token, 'POST', '/exports', ASKED, once);
  const [first, second] = [await ask(), await ask()];
  expect(first.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(await taskOf(String(first.body['exportId']))).toHaveLength(1);
});

test.each([
  [{ columns: ['caseId', 'stage'] }, 422, 'export/nothing-identifying'],
  [{ columns: ['caseId', 'address'] }, 400, 'request/invalid'],
  [{ filters: { name: '홍길동' } }, 400, 'request/invalid'],
  [{ filters: { stage: 'nonsense' } }, 400, 'request/invalid'],
  [{ district: '26440' }, 403, 'access/not-in-this-district'],
])('%j is refused', async (more, status, code) => {
  const { status: told, body } = await post(await as('kim'), '/exports', { ...ASKED, ...more });
  expect([told, body['code']]).toEqual([status, code]);
});

test('contacts, as FHIR, with their names', async () => {
  const id = await requested({
    ...{
      list: 'contacts',
      format: 'fhir',
      columns: ['name'],
      filters: { sourceCaseId: [world.cases[0], world.cases[1]] },
    },
  });
  await post(await as(...DIRECTOR), `/exports/${id}/approval`, {}, '"1"');
  const { type, text } = await file(id);
  expect(type).toBe('application/fhir+json; charset=utf-8');
  expect(text).toContain('"name":[{"text":"박지훈"}]');
});

test('what a killed server left is mended: a missing task, one that nobody needs, a decision not told', async () => {
  const [asked, over, decided] = [await requested(), await requested(), await requested()];
  await world.pool.query(`delete from task where subject_id = $1`, [asked]);
  await world.pool.query(`delete from handled_command where command_id = $1`, [`export:${asked}:approval`]);
  await world.pool.query(
    `update export set state = state || '{"decideBy": "2026-01-01T00:00:00Z"}' where id = $1`,
    [over],
  );
  const decision = { type: 'DecideTask', decision: 'approve', by: 'lee' } as const;
  await change(world.uses.tasks, (await taskOf(decided))[0]?.id ?? '', {}, (task) =>
    task.execute({ ...decision, at: Instant.of(new Date().toISOString()) }),
  );
  const uses = {
    ...world.uses,
    oversights: pgOversights(world.pool),
    heart: { beat: () => undefined },
  } as unknown as UpkeepUses;
  const tend = () => tendExports(uses)({ at: new Date().toISOString() });
  await tend();
  await tend();
  expect(await taskOf(asked)).toMatchObject([{ stage: 'open' }]);
  expect(await taskOf(over)).toMatchObject([{ stage: 'cancelled' }]);
  expect(await page(decided)).toMatchObject({ stage: 'approved', decidedBy: 'lee', version: 2 });
});
