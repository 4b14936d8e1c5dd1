import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { aCase, aContact, anIsolation, aQuarantine, aTask } from '../support/aggregate-makers.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);

const HERE = '11110';
const as =
  (role: Role, id = `${role}-bulk`, district = HERE) =>
  async (method: string, path: string, body?: unknown, headers: Record<string, string> = key()) =>
    world.callAs(
      await tokenFor({ id, roles: [role], jurisdictions: [district] }),
      method,
      path,
      body,
      headers,
    );
const [investigator, lead, supervisor] = [as('investigator'), as('investigation-lead'), as('supervisor')];
const claim = (subjects: object, more: object = {}) => ({
  command: 'claim-tasks',
  subjects,
  body: {},
  ...more,
});
const codeOf = ({ status, body }: Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>) => [
  status,
  body['code'],
];
const placesOf = ({ body }: Readonly<{ body: Readonly<Record<string, unknown>> }>) =>
  (body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer);
const subjectsOf = async (runId: unknown) =>
  (
    await world.pool.query<{ id: string }>(
      'select subject_id as id from bulk_command_row where run_id = $1 order by number',
      [runId],
    )
  ).rows.map(({ id }) => id);

test('a command for many is asked for once, read and held by whoever asked, and not by a colleague', async () => {
  const ids = [randomUUID(), randomUUID()];
  const keys = key();
  const sent = claim({ ids: [...ids, ids[0]] });
  const asked = await investigator('POST', '/bulk-commands', sent, keys);
  expect(asked.status).toBe(202);
  const { runId } = asked.body;
  expect(asked.headers.get('location')).toBe(`/bulk-runs/${String(runId)}`);
  expect((await investigator('POST', '/bulk-commands', sent, keys)).body['runId']).toBe(runId);
  expect(await subjectsOf(runId)).toEqual(ids);
  const kept = await world.pool.query('select 1 from bulk_command where staff_id = $1', [
    'investigator-bulk',
  ]);
  expect(kept.rowCount).toBe(1);

  const address = `/bulk-runs/${String(runId)}`;
  expect((await investigator('GET', address)).body).toMatchObject({
    kind: 'command',
    stage: 'running',
    about: { command: 'claim-tasks', district: HERE },
    requestedBy: 'investigator-bulk',
  });
  expect((await investigator('GET', '/bulk-runs?kind=command')).body.items).toHaveLength(1);
  const hold = (version: number) => ({ ...key(), 'if-match': `"${version}"` });
  const colleague = as('investigator', 'a-colleague');
  expect(codeOf(await colleague('POST', `${address}/pause`, {}, hold(1)))).toEqual([
    403,
    'bulk-run/not-yours',
  ]);
  expect(codeOf(await colleague('POST', `${address}/undo`, {}))).toEqual([403, 'bulk-run/not-yours']);
  expect((await investigator('POST', `${address}/pause`, {}, hold(1))).status).toBe(200);
  expect((await supervisor('POST', `${address}/resume`, {}, hold(2))).status).toBe(200);
  const afar = as('investigator', 'far-away', '26440');
  expect(codeOf(await afar('POST', `${address}/undo`, {}))).toEqual([404, 'bulk-run/not-found']);
});

test('what never became a run is gone a day later, with the next command', async () => {
  const left = async () =>
    (await world.pool.query('select 1 from bulk_command_row where number = 77')).rowCount;
  await world.pool.query(
    `with made as (insert into bulk_command (run_id, command, trial, staff_id, roles, offices, source_address, asked_at)
       select gen_random_uuid(), 'claim-tasks', false, 'kim', '{}', '{}', '127.0.0.1', now() - ago
       from unnest(array['1 hour', '25 hours']::interval[]) as ago returning run_id)
     insert into bulk_command_row (run_id, number, subject_id) select run_id, 77, gen_random_uuid() from made`,
  );
  expect(await left()).toBe(2);
  await investigator('POST', '/bulk-commands', claim({ ids: [randomUUID()] }));
  expect(await left()).toBe(1);
});

test('an undo is a run of its own, once; what has no way back says what to do instead', async () => {
  const asked = await investigator('POST', '/bulk-commands', claim({ ids: [randomUUID()] }));
  const address = `/bulk-runs/${String(asked.body['runId'])}`;
  const undone = await investigator('POST', `${address}/undo`, {});
  expect(undone.status).toBe(202);
  expect(undone.body['runId']).not.toBe(asked.body['runId']);
  expect((await supervisor('POST', `${address}/undo`, {})).body['runId']).toBe(undone.body['runId']);
  expect((await investigator('GET', `/bulk-runs/${String(undone.body['runId'])}`)).body).toMatchObject({
    about: { undoOf: asked.body['runId'] },
  });
  const graded = await investigator('POST', '/bulk-commands', {
    command: 'grade-contacts',
    subjects: { ids: [randomUUID()] },
    body: { grade: 'none' },
  });
  const refused = await investigator('POST', `/bulk-runs/${String(graded.body['runId'])}/undo`, {});
  expect(codeOf(refused)).toEqual([409, 'bulk-run/no-way-back']);
  expect(String(refused.body['title'])).toContain('같은 명령');
  const tried = await investigator(
    'POST',
    '/bulk-commands',
    claim({ ids: [randomUUID()] }, { dryRun: true }),
  );
  expect(codeOf(await investigator('POST', `/bulk-runs/${String(tried.body['runId'])}/undo`, {}))).toEqual([
    409,
    'bulk-run/was-a-trial',
  ]);
  const round = await world.call('POST', '/monitoring-rounds', { day: '2026-03-02', slot: '09:00' }, key());
  expect(
    codeOf(await world.call('POST', `/bulk-runs/${String(round.body['runId'])}/undo`, {}, key())),
  ).toEqual([409, 'bulk-run/no-command']);
});

test('whoever lacks the right of a command is told so, and is not offered it', async () => {
  const reassign = {
    command: 'reassign-tasks',
    subjects: { ids: [randomUUID()] },
    body: { staffId: 'kim', reason: 'skill' },
  };
  expect(codeOf(await investigator('POST', '/bulk-commands', reassign))).toEqual([
    403,
    'bulk-command/not-yours',
  ]);
  expect((await lead('POST', '/bulk-commands', reassign)).status).toBe(202);
  const offered = async (who: typeof lead) =>
    (await who('GET', '/bulk-commands')).body.items.map(({ command }) => command);
  expect(await offered(investigator)).not.toContain('reassign-tasks');
  expect(await offered(lead)).toContain('reassign-tasks');
});

test('the body is that of the command, and no other', async () => {
  const wrong = await investigator(
    'POST',
    '/bulk-commands',
    claim({ ids: [randomUUID()] }, { body: { grade: 'close' } }),
  );
  expect(placesOf(wrong)).toEqual(['/body/grade']);
  const unknown = await investigator('POST', '/bulk-commands', {
    ...claim({ ids: [] }),
    command: 'erase-people',
  });
  expect(placesOf(unknown)).toEqual(['/command']);
});

test('a filter chooses what the list shows to whoever asks, over all its pages', async () => {
  const near = Array.from({ length: 205 }, () => aTask({ district: '11680' }));
  const far = aTask({ district: '26440' });
  for (const task of [...near, far]) await world.uses.tasks.save(task);
  const there = as('investigator', 'there', '11680');
  const asked = await there(
    'POST',
    '/bulk-commands',
    claim({ filter: { path: '/tasks', query: { owner: 'none' } } }),
  );
  expect(asked.status).toBe(202);
  const chosen = await subjectsOf(asked.body['runId']);
  expect(new Set(chosen)).toEqual(new Set(near.map(({ id }) => id)));

  const by = (path: string, query: object) => claim({ filter: { path, query } });
  expect(placesOf(await there('POST', '/bulk-commands', by('/cases', {})))).toEqual([
    '/subjects/filter/path',
  ]);
  expect(placesOf(await there('POST', '/bulk-commands', by('/tasks', { owners: 'x' })))).toEqual([
    '/subjects/filter/query/owners',
  ]);
  expect(placesOf(await there('POST', '/bulk-commands', by('/tasks', { limit: '3' })))).toEqual([
    '/subjects/filter/query/limit',
  ]);
  expect(codeOf(await there('POST', '/bulk-commands', by('/tasks', { owner: 'nobody-at-all' })))).toEqual([
    422,
    'bulk-command/nothing-found',
  ]);
});

test('asked for again with the same key it is answered as before, whatever its filter finds by then', async () => {
  const task = aTask({ district: '11740' });
  await world.uses.tasks.save(task);
  const there = as('investigator', 'lost-the-answer', '11740');
  const [keys, sent] = [key(), claim({ filter: { path: '/tasks', query: { owner: 'none' } } })];
  const asked = await there('POST', '/bulk-commands', sent, keys);
  await there('POST', `/tasks/${task.id}/claim`, {}, { ...key(), 'if-match': `"${task.version}"` });
  expect(codeOf(await there('POST', '/bulk-commands', sent))).toEqual([422, 'bulk-command/nothing-found']);
  expect(await there('POST', '/bulk-commands', sent, keys)).toMatchObject({ status: 202, body: asked.body });
  const other = await there('POST', '/bulk-commands', { ...sent, dryRun: true }, keys);
  expect(codeOf(other)).toEqual([422, 'idempotency-key/reused']);
});

test('isolations are chosen by the cases and contacts whose they are', async () => {
  const there = '11710';
  const aPatient = aCase({ district: there });
  const exposed = personId(randomUUID());
  const contact = aContact({ personId: exposed, district: there });
  const isolation = anIsolation({ caseId: aPatient.id as never });
  const quarantine = aQuarantine({ personId: exposed, district: there });
  await world.uses.cases.save(aPatient);
  await world.uses.contacts.save(contact);
  await world.uses.isolations.save(isolation);
  await world.uses.isolations.save(quarantine);
  const officer = as('isolation-officer', 'isolation-bulk', there);
  const assign = (path: string) => ({
    command: 'assign-officers',
    subjects: { filter: { path, query: { district: [there] } } },
    body: { officer: 'kim' },
  });
  const ofCases = await officer('POST', '/bulk-commands', assign('/cases'));
  expect(await subjectsOf(ofCases.body['runId'])).toEqual([isolation.id]);
  const ofContacts = await officer('POST', '/bulk-commands', assign('/contacts'));
  expect(codeOf(ofContacts)).toEqual([202, undefined]);
  expect(await subjectsOf(ofContacts.body['runId'])).toEqual([quarantine.id]);
});

test('results are picked by what they came to, each with its sentence', async () => {
  const asked = await investigator('POST', '/bulk-commands', claim({ ids: [randomUUID()] }));
  const runId = String(asked.body['runId']);
  await world.pool.query(
    `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
     values ($1, 'task', 'a', 'done', '{"version":"2"}'), ($1, 'task', 'b', 'refused', '{"code":"access/revoked"}'),
       ($1, 'task', 'c', 'changed-since', '{}'), ($1, 'task', 'd', 'already-so', '{}')`,
    [runId],
  );
  const { body } = await investigator(
    'GET',
    `/bulk-runs/${runId}/results?outcome=refused&outcome=changed-since`,
  );
  expect(body.items).toMatchObject([
    { subjectId: 'b', says: { en: expect.stringContaining('access of this account is revoked') } },
    { subjectId: 'c', says: { ko: expect.stringContaining('되돌리지 않았습니다') } },
  ]);
});
