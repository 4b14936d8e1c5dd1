import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);

const who = (id: string, role: Role = 'isolation-officer', place = '11110') =>
  tokenFor({ id, roles: [role], jurisdictions: [place] });
type Headers = Record<string, string>;
const save = async (token: string, more: object = {}, headers: Headers = key()) =>
  world.callAs(token, 'POST', '/saved-filters', { ...FILTER, name: randomUUID(), ...more }, headers);
const listOf = async (token: string) =>
  (await world.callAs(token, 'GET', '/saved-filters')).body.items.map(({ name }) => name);
const remove = (token: string, id: unknown, version: number, headers: Headers = key()) =>
  world.callAs(
    token,
    'POST',
    `/saved-filters/${String(id)}/removal`,
    {},
    { ...headers, 'if-match': `"${version}"` },
  );

const FILTER = { path: '/tasks', query: { owner: 'none', team: ['isolation-management'], overdue: 'true' } };

describe('a saved filter', () => {
  test('is kept as it is, once under its key', async () => {
    const yuna = await who('once');
    const [body, headers] = [{ ...FILTER, name: '우리 팀 기한 경과' }, key()];
    const first = await save(yuna, body, headers);
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
    expect((await save(yuna, body, headers)).body).toEqual(first.body);
    expect((await save(yuna, { ...body, name: 'other' }, headers)).body['code']).toBe(
      'idempotency-key/reused',
    );
    expect((await save(yuna, body)).body['code']).toBe('saved-filter/name-taken');
    const read = await world.callAs(yuna, 'GET', first.headers.get('location') ?? '');
    expect(read.body).toMatchObject({ ...body, team: null, owner: 'once', version: 1 });
    expect(await listOf(yuna)).toEqual(['우리 팀 기한 경과']);
  });
  test('is held against what its list takes', async () => {
    const yuna = await who('checked');
    const places = async (more: object) => {
      const { status, body } = await save(yuna, more);
      return [
        status,
        ...((body['errors'] ?? []) as readonly { pointer: string }[]).map(({ pointer }) => pointer),
      ];
    };
    expect(await places({ query: { owner: 'me', colour: 'red' } })).toEqual([400, '/query/colour']);
    expect(await places({ query: { team: ['nobody'] } })).toEqual([400, '/query/team/0']);
    expect(await places({ query: { cursor: `1~0~2026-03-02T03:00:00Z~${randomUUID()}` } })).toEqual([
      400,
      '/query/cursor',
    ]);
    expect(await places({ path: '/people', query: {} })).toEqual([400, '/path']);
    expect(await places({ path: '/cases', query: { overdue: 'true' } })).toEqual([400, '/query/overdue']);
    expect(
      await places({ path: '/cases', query: { stage: ['suspected', 'retest'], district: '11110' } }),
    ).toEqual([201]);
    expect(await places({ name: ' ' })).toEqual([400, '/name']);
    const { status, body } = await save(await who('auditor', 'auditor', '00'));
    expect([status, body['errors']]).toMatchObject([400, [{ pointer: '/path', code: 'list-not-yours' }]]);
  });
  test('is shared with the team of the same office, where that is wanted', async () => {
    const [yuna, others] = [
      await who('sharer'),
      ['isolation-officer', 'investigator', 'supervisor'] as const,
    ];
    const name = '격리팀 공유';
    expect((await save(yuna, { name, sharedWith: 'isolation-management' })).status).toBe(201);
    const [colleague, stranger, lead] = await Promise.all(others.map((role) => who(`seeing-${role}`, role)));
    expect(await listOf(colleague ?? '')).toEqual([name]);
    expect(await listOf(lead ?? '')).toEqual([name]);
    expect(await listOf(stranger ?? '')).toEqual([]);
    expect(await listOf(await who('afar', 'isolation-officer', '26440'))).toEqual([]);
    expect(await save(yuna, { sharedWith: 'diagnostic-testing' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/sharedWith', code: 'not-your-team' }] },
    });
  });
  test('is removed by its owner only, once, as it was read', async () => {
    const [yuna, minsu] = [await who('owner'), await who('colleague')];
    const { savedFilterId: id } = (await save(yuna, { sharedWith: 'isolation-management' })).body;
    const headers = key();
    const refused = await remove(minsu, id, 1);
    expect([refused.status, refused.body['code']]).toEqual([403, 'saved-filter/not-yours']);
    const stranger = await who('no-colleague', 'investigator'); // who does not see it
    expect((await remove(stranger, id, 1)).body['code']).toBe('saved-filter/not-found');
    expect((await remove(yuna, id, 2)).status).toBe(412);
    const first = await remove(yuna, id, 1, headers);
    expect([first.status, first.body['stage']]).toEqual([200, 'removed']);
    expect((await remove(yuna, id, 1, headers)).body).toEqual(first.body);
    expect((await remove(yuna, id, 1)).status).toBe(404);
    expect((await world.callAs(yuna, 'GET', `/saved-filters/${String(id)}`)).status).toBe(404);
  });
  test('asked for twice at the same moment is one', async () => {
    const [yuna, headers, name] = [await who('hasty', 'isolation-officer', '11140'), key(), 'at once'];
    const answers = await Promise.all(Array.from({ length: 6 }, () => save(yuna, { name }, headers)));
    expect(
      new Set(answers.map(({ status, body }) => `${status} ${String(body['savedFilterId'])}`)).size,
    ).toBe(1);
    expect(await listOf(yuna)).toEqual([name]);
  });
  test('is one of a hundred at most', async () => {
    const yuna = await who('collector', 'isolation-officer', '11140');
    for (let n = 0; n < 100; n += 1) expect((await save(yuna)).status).toBe(201);
    expect((await save(yuna)).body).toMatchObject({ code: 'saved-filter/too-many' });
    const first = await world.callAs(yuna, 'GET', '/saved-filters?limit=60');
    const next = await world.callAs(
      yuna,
      'GET',
      `/saved-filters?limit=60&cursor=${String(first.body['nextCursor'])}`,
    );
    expect([first.body.items.length, next.body.items.length]).toEqual([60, 40]);
  });
});
