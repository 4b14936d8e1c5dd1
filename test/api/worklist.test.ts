import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seen } from '../support/seen.ts';

const world = forThisFile(apiWorld);
const clinic = randomUUID();
const NOON = '2026-03-02T03:00:00Z';

const opened = async (kind: TaskKind, district: string, at = NOON): Promise<string> => {
  const subject = { kind: 'clinic', id: clinic };
  const commandId = randomUUID();
  const { taskId } = await world.steps.openTaskAbout({
    kind,
    subject,
    district,
    commandId,
    by: 'process:clinic',
    at,
  });
  return taskId;
};
const list = async (query: string) => (await world.call('GET', `/tasks?${query}`)).body;
const ids = async (query: string) => (await list(query)).items.map(({ taskId }) => taskId);
const versionOf = async (taskId: string) =>
  (await list('limit=200')).items.find((one) => one['taskId'] === taskId)?.['version'];
const tell = async (taskId: string, what: string, body: unknown = {}, more: Record<string, string> = {}) =>
  world.call('POST', `/tasks/${taskId}/${what}`, body, {
    ...key(),
    'if-match': `"${await versionOf(taskId)}"`,
    ...more,
  });

let tasks: string[] = [];
beforeAll(async () => {
  await seen(world, ['kim']);
  tasks = [
    await opened('kits-low', '11110'), // priority 2, due at midnight
    await opened('cover-needed', '11110', '2026-03-02T05:00:00Z'), // priority 1, due at 16:00
    await opened('cover-needed', '26110'), // priority 1, due at 14:00
    await opened('living-support-approval', '11110'), // priority 3
  ];
});

describe('the worklist', () => {
  test('has the most urgent first, then what is due first, page after page', async () => {
    const order = [tasks[2], tasks[1], tasks[0], tasks[3]];
    expect(await ids('limit=200')).toEqual(order);
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ taskId }) => taskId));
      cursor = page['nextCursor'] as string | null;
    }
    expect(seen).toEqual(order);
    expect(await world.call('GET', '/tasks?cursor=1~2~3')).toMatchObject({ status: 400 });
  });
  test('shows what it is about, what may be decided, and when it is due in Seoul', async () => {
    const [task] = (await list('kind=living-support-approval')).items;
    expect(task).toMatchObject({
      subject: { kind: 'clinic', id: clinic },
      decisions: ['approve', 'reject'],
      dueAt: '2026-03-05T12:00:00+09:00',
      owner: null,
    });
  });
  test('is read by team, district, kind, owner and subject', async () => {
    expect(await ids('district=26110')).toEqual([tasks[2]]);
    expect(await ids('kind=kits-low&district=11110')).toEqual([tasks[0]]);
    expect(await ids('team=patient-management')).toEqual([]);
    expect(await ids(`subject=${randomUUID()}`)).toEqual([]);
    expect(await world.call('GET', '/tasks?team=nobody')).toMatchObject({ status: 400 });
    await tell(tasks[0] ?? '', 'claim');
    expect(await ids('owner=officer')).toEqual([tasks[0]]);
    expect(await ids('owner=none')).toEqual([tasks[2], tasks[1], tasks[3]]);
  });
  test('has its tasks claimed, handed back, given away and escalated', async () => {
    const [task = ''] = tasks;
    expect(await tell(task, 'hand-back')).toMatchObject({ status: 200 });
    expect(await tell(task, 'claim', {}, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await tell(task, 'reassignment', { staffId: 'kim', reason: 'skill' })).toMatchObject({
      status: 200,
    });
    expect((await tell(task, 'claim')).body['code']).toBe('task/claimed-by-another');
    expect(await tell(task, 'reassignment', { staffId: 'kim', reason: 'whim' })).toMatchObject({
      status: 400,
    });
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await tell(task, 'escalation', { reason: 'person-at-risk', dueAt })).toMatchObject({
      status: 200,
    });
    expect((await list('kind=kits-low')).items[0]).toMatchObject({
      priority: 1,
      owner: 'kim',
      escalatedBecause: 'person-at-risk',
    });
    expect(await tell(task, 'escalation', { reason: 'person-at-risk', dueAt: NOON })).toMatchObject({
      status: 422,
      body: { code: 'task/due-in-the-past' },
    });
    expect((await tell(task, 'decision', { decision: 'done' })).body['code']).toBe('task/claimed-by-another');
  });
  test('has what was sent up above its equals, with its level and since when it is overdue', async () => {
    const [task, newer] = [
      await opened('violation-review', '26110'),
      await opened('violation-review', '26110', '2026-03-02T04:00:00Z'),
    ];
    const at = '2026-03-03T05:00:00Z';
    await world.steps.escalateOverdueTask({
      taskId: task,
      commandId: randomUUID(),
      by: 'process:upkeep',
      at,
    });
    const all = await list('kind=violation-review');
    expect(all.items).toMatchObject([
      {
        taskId: task,
        level: 1,
        overdueSince: '2026-03-03T12:00:00+09:00',
        dueAt: '2026-03-04T14:00:00+09:00',
      },
      { taskId: newer, level: 0 },
    ]);
    const first = await list('kind=violation-review&limit=1');
    const next = await list(`kind=violation-review&limit=1&cursor=${String(first['nextCursor'])}`);
    expect(next.items).toMatchObject([{ taskId: newer }]);
    expect(await ids('kind=violation-review&escalated=true')).toEqual([task]);
    expect(await ids('kind=violation-review&escalated=false')).toEqual([newer]);
    expect(await world.call('GET', '/tasks?escalated=perhaps')).toMatchObject({ status: 400 });
  });
});
