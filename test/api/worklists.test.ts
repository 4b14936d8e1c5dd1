import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { apiWorld, key, type Body } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
const LONG_AGO = '2026-03-02T03:00:00Z';
const NOW = new Date().toISOString();

const opened = async (kind: TaskKind, district: string, at: string): Promise<string> => {
  const subject = { kind: 'clinic' as const, id: randomUUID() };
  const { taskId } = await world.steps.openTaskAbout({
    ...{ kind, subject, district, commandId: randomUUID(), by: 'process:clinic', at },
  });
  return taskId;
};
const as = async (role: Role, place: string, path: string, id = `${role}-${place}`) =>
  world.callAs(await tokenFor({ id, roles: [role], jurisdictions: [place] }), 'GET', path);
const queues = async (role: Role, place: string, query = '') => {
  const { body } = await as(role, place, `/worklists?${query}`);
  return body.items.map(({ district, team, kind }) => [district, team, kind].join(' '));
};
const TESTING = 'diagnostic-testing';
const VISIT = '11110 isolation-management isolation-visit';

let mine = '';
beforeAll(async () => {
  await opened('kits-low', '11110', LONG_AGO);
  await opened('kits-low', '11110', '2026-03-01T03:00:00Z');
  await opened('kits-low', '11110', NOW); // due within hours
  await opened('kits-low', '11140', LONG_AGO);
  await opened('kits-low', '26440', LONG_AGO);
  mine = await opened('isolation-visit', '11110', LONG_AGO);
  await opened('isolation-visit', '11110', NOW);
  await world.callAs(
    await tokenFor({ id: 'yuna', roles: ['isolation-officer'], jurisdictions: ['11110'] }),
    'POST',
    `/tasks/${mine}/claim`,
    {},
    { ...key(), 'if-match': '"1"' },
  );
});

describe('GET /worklists', () => {
  test('counts what is open, unclaimed, overdue and escalated, with the oldest and the next time limit', async () => {
    const { body } = await as('tester', '11110', `/worklists?kind=kits-low`);
    expect(body.items).toMatchObject([
      {
        ...{ district: '11110', team: TESTING, kind: 'kits-low' },
        ...{ open: 3, unclaimed: 3, overdue: 2, escalated: 0 },
        oldestOpenedAt: '2026-03-01T12:00:00+09:00',
      },
    ]);
    expect(Date.parse(body.items[0]?.['nextDueAt'] ?? '')).toBeGreaterThan(Date.now());
    const visits = await as('tester', '11110', '/worklists?team=isolation-management');
    expect(visits.body.items).toMatchObject([{ open: 2, unclaimed: 1, overdue: 1 }]);
  });
  test('shows a district, a province or the country, as far as the reader is responsible', async () => {
    const kits = (district: string): string => `${district} ${TESTING} kits-low`;
    expect(await queues('tester', '11110')).toEqual([kits('11110'), VISIT]);
    expect(await queues('supervisor', '11')).toEqual([kits('11110'), VISIT, kits('11140')]);
    expect(await queues('headquarters', '00')).toEqual([
      ...[kits('11110'), VISIT, kits('11140'), kits('26440')],
    ]);
    expect(await queues('supervisor', '11', 'district=26440')).toEqual([]);
    expect((await as('auditor', '00', '/worklists')).status).toBe(403);
  });
  test('is filtered by several teams, districts and kinds, and goes on where the page before ended', async () => {
    expect(await queues('headquarters', '00', 'kind=isolation-visit&kind=cover-needed')).toEqual([VISIT]);
    expect(await queues('headquarters', '00', 'district=11140&district=26440&kind=kits-low')).toHaveLength(2);
    const three = 'district=11110&district=11140&district=26440&';
    for (const filter of ['', 'kind=kits-low&kind=isolation-visit&', three]) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Body = (
          await as('headquarters', '00', `/worklists?${filter}limit=1${cursor && `&cursor=${cursor}`}`)
        ).body;
        seen.push(...page.items.map(({ district = '' }) => district));
        cursor = page['nextCursor'] as string | null;
      }
      expect(seen).toEqual(['11110', '11110', '11140', '26440']);
    }
  });
  test.each(['team=nobody', 'district=1', 'owner=me', 'cursor=11110'])('refuses %s', async (query) => {
    expect((await as('supervisor', '11', `/worklists?${query}`)).status).toBe(400);
  });
});

describe('GET /my-day', () => {
  test('has what is mine, what of it is overdue, and what nobody in my team has taken', async () => {
    const { body } = await as('isolation-officer', '11110', '/my-day', 'yuna');
    expect(body).toMatchObject({
      teams: ['isolation-management'],
      open: { count: 1, more: false, first: [{ taskId: mine, owner: 'yuna' }] },
      overdue: { count: 1, first: [{ taskId: mine }] },
      dueToday: { count: 0, first: [] },
      unclaimed: { count: 1, first: [{ kind: 'isolation-visit', owner: null }] },
    });
  });
  test('offers nobody what they may never decide', async () => {
    await opened('look-up-approval', '26440', NOW);
    const unclaimedOf = async (role: Role) => (await as(role, '26440', '/my-day')).body['unclaimed'];
    expect(await unclaimedOf('investigator')).toMatchObject({ count: 0, first: [] });
    expect(await unclaimedOf('investigation-lead')).toMatchObject({ count: 1 });
  });
  test('is another one for somebody else', async () => {
    const { body } = await as('isolation-officer', '26440', '/my-day', 'yuna');
    expect(body).toMatchObject({ open: { count: 0 }, unclaimed: { count: 0 } });
    expect((await as('supervisor', '11', '/my-day')).body).toMatchObject({
      open: { count: 0 },
      unclaimed: { count: 5 },
    });
  });
});

describe('GET /my-day of who leads an office', () => {
  test('has what is overdue there, whoever has it, what nobody has, and what was sent up', async () => {
    const { body } = await as('supervisor', '11110', '/my-day');
    expect(body).toMatchObject({
      open: { count: 0 },
      office: {
        overdue: { count: 3, more: false },
        overdueUnclaimed: { count: 2, first: [{ kind: 'kits-low' }, { kind: 'kits-low' }] },
        escalated: { count: 0, first: [] },
      },
    });
    const { office } = body as unknown as { office: Record<'overdue', { first: { taskId: string }[] }> };
    expect(office.overdue.first.map(({ taskId }) => taskId)).toContain(mine);
    expect((await as('supervisor', '11', '/my-day')).body['office']).toMatchObject({ overdue: { count: 4 } });
  });
  test('is of their own team, and nothing for who leads nobody', async () => {
    expect((await as('investigation-lead', '11110', '/my-day')).body['office']).toMatchObject({
      overdue: { count: 0, first: [] },
    });
    expect((await as('isolation-officer', '11110', '/my-day', 'yuna')).body['office']).toBeNull();
  });
});

test('GET /tasks?owner=me has what I have taken; what is asked of it several times is any of these', async () => {
  const mineOf = (query: string) => as('isolation-officer', '11110', `/tasks?${query}`, 'yuna');
  expect((await mineOf('owner=me')).body.items).toMatchObject([{ taskId: mine }]);
  expect((await mineOf('owner=me&owner=none&team=isolation-management')).body.items).toHaveLength(2);
  expect((await mineOf('kind=kits-low&kind=isolation-visit&overdue=true')).body.items).toHaveLength(3);
  expect((await mineOf('priority=1&priority=3')).body.items).toHaveLength(2);
  expect((await mineOf('subjectKind=contact')).body.items).toHaveLength(0);
  expect((await mineOf('dueBefore=2026-03-02T00:00:00%2B09:00')).body.items).toHaveLength(0);
  expect((await mineOf('dueBefore=2026-03-02T00:00:01%2B09:00')).body.items).toHaveLength(1);
  expect((await mineOf('openedAfter=2026-03-02T12:00:00%2B09:00')).body.items).toHaveLength(2);
  for (const wrong of ['overdue=maybe', 'priority=4', 'dueBefore=today', 'sort=due', 'subjectKind=case'])
    expect((await mineOf(wrong)).status).toBe(400);
});
