import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { CommandAsked } from '../../activities/bulk-work/request-command.ts';
import type { Role } from '../../api/access/roles.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import type { TaskCommand } from '../../domain/worklist/task.ts';
import { aTask, now } from '../support/aggregate-makers.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(bulkWorld);
beforeAll(async () => {
  for (const name of ['kim', 'choi', 'park']) await asks(name, 'supervisor');
});

const by = (name: string) => ({ commandId: randomUUID(), fingerprint: '', by: name });
/** They ask for something: it is known who they are, and where. */
const asks = (name: string, role: Role) =>
  world.uses.accessRecords.record([
    {
      ...{ requestId: randomUUID(), staffId: name, roles: [role], offices: [HERE] },
      ...{ sourceAddress: '127.0.0.1', endpoint: 'GET /tasks', action: 'task:read' },
    },
  ]);
const HERE = '11110';
const LEAD = 'lead-11110';

/** A task in a district, after some commands. */
const savedAs = async (district: string, ...commands: readonly TaskCommand[]): Promise<string> => {
  const task = aTask({ district });
  for (const command of commands) task.execute(command);
  await world.uses.tasks.save(task);
  return task.id;
};
const saved = (district: string, owner?: string): Promise<string> =>
  savedAs(district, ...(owner === undefined ? [] : [{ type: 'ClaimTask', by: owner, at: now() } as const]));
const many = (count: number, district: string, owner?: string) =>
  Promise.all(Array.from({ length: count }, () => saved(district, owner)));
const stateOf = async (id: string) => (await world.uses.tasks.load(id)).aggregate.state;

const order = async (subjectIds: readonly string[], more: Partial<CommandAsked> = {}, staff = LEAD) => {
  const { id } = await world.ask.requestCommand({
    ...by(staff),
    command: 'reassign-tasks',
    body: { staffId: 'kim', reason: 'workload' },
    subjects: () => Promise.resolve(subjectIds),
    isTrial: false,
    district: HERE,
    orderer: {
      staffId: staff,
      roles: ['investigation-lead'],
      offices: [HERE],
      sourceAddress: '127.0.0.1',
    },
    ...more,
  });
  return { id, workflowId: `command/${id}` };
};
const undo = async (runId: string, staff = LEAD) =>
  (
    await world.ask.undoRun({
      ...by(staff),
      runId,
      orderer: { staffId: staff, roles: ['investigation-lead'], offices: [HERE], sourceAddress: '127.0.0.1' },
    })
  ).id;
const rows = async <Row>(sql: string, ...values: unknown[]) =>
  (await world.pool.query(sql, values)).rows as readonly Row[];
const outcomes = async (id: string) => (await world.uses.bulkRuns.load(id)).aggregate.state.counts;
const doneTo = async (run: string, task: string) =>
  rows<{ n: number }>(
    `select count(*)::int as n from domain_event where aggregate_id = $1 and command_id = $2`,
    task,
    `command:${run}:${task}`,
  );
const onRecord = (run: string) =>
  rows<{ subject: string; outcome: string; problem: string | null }>(
    `select subject_id as subject, outcome, problem from access_record where request_id = $1`,
    run,
  );

test('sixty rows are done once each, whoever pauses the run and whatever kills the worker, and brought back', async () => {
  const mine = await many(35, HERE);
  const held = await many(5, HERE, 'park');
  const already = await many(8, HERE, 'kim');
  const elsewhere = await many(10, '26440');
  const closed = await savedAs(HERE, { type: 'CancelTask', by: 'kim', at: now() });
  const all = [...mine, ...held, ...already, ...elsewhere, closed, randomUUID()];
  const { id, workflowId } = await order(all);

  world.arm('batch/before-commit', 2);
  await world.work();
  await world.killed('batch/before-commit');
  await world.ask.pauseRun({ ...by(LEAD), runId: id, expectedVersion: 1 });
  await world.work();
  await world.paused(workflowId);
  expect((await outcomesSoFar(id))['done']).toBeLessThan(40);
  await world.ask.resumeRun({ ...by(LEAD), runId: id, expectedVersion: 2 });
  await world.ended(workflowId);

  expect(await outcomes(id)).toEqual({ done: 40, 'already-so': 8, refused: 12 });
  for (const task of [...mine, ...held]) expect((await stateOf(task)).owner).toBe('kim');
  for (const task of mine) expect(await doneTo(id, task)).toEqual([{ n: 1 }]);
  for (const task of elsewhere) expect((await stateOf(task)).owner).toBeUndefined();
  const records = await onRecord(id);
  expect(new Set(records.map(({ subject }) => subject)).size).toBe(60);
  expect(records.length).toBe(60); // once each, also of what was begun twice
  expect(records.filter(({ problem }) => problem === 'task/not-found')).toHaveLength(11);

  const [busy = '', taken = ''] = mine;
  await world.ask.handBackTask({ ...by('kim'), taskId: busy });
  await world.ask.reassignTask({ ...by(LEAD), taskId: taken, staffId: 'choi', reason: 'skill' });
  const back = await undo(id);
  expect(await undo(id)).toBe(back); // once, however often it is asked for
  await world.ended(`command/undo/${id}`);
  expect(await outcomes(back)).toEqual({ undone: 38, 'changed-since': 2 });
  expect((await stateOf(taken)).owner).toBe('choi');
  for (const task of held) expect((await stateOf(task)).owner).toBe('park');
  for (const task of mine.slice(2))
    expect(await stateOf(task)).toMatchObject({ stage: 'open', handedBackBecause: 'assignment-undone' });
  for (const task of already) expect((await stateOf(task)).owner).toBe('kim');
  await expect(undo(back)).rejects.toThrow('bulk-run/is-an-undo');

  const history = JSON.stringify(await world.client.workflow.getHandle(workflowId).fetchHistory());
  expect(history).not.toContain('workload');
  expect(await rows('select sealed from bulk_command where run_id = $1', id)).toEqual([{ sealed: null }]);
  await keepBulkHistory(world.client, workflowId, 'command-killed-and-paused');
  await keepBulkHistory(world.client, `command/undo/${id}`, 'command-undone');
}, 120_000);

const outcomesSoFar = async (id: string) =>
  Object.fromEntries(
    (
      await rows<{ outcome: string; n: number }>(
        'select outcome, count(*)::int as n from bulk_result where run_id = $1 group by outcome',
        id,
      )
    ).map(({ outcome, n }) => [outcome, n]),
  );

test('whoever loses their access while it runs has nothing more done in their name', async () => {
  await world.rest();
  const tasks = await many(30, HERE);
  const { id, workflowId } = await order(tasks, {}, 'leaver');
  world.arm('batch/after-commit', 1);
  await world.work();
  await world.killed('batch/after-commit');
  await world.ask.revokeAccess({ ...by(LEAD), staffId: 'leaver', reason: 'account-at-risk' });
  await world.work();
  await world.ended(workflowId);
  expect(await outcomes(id)).toEqual({ done: 10, refused: 20 });
  const codes = await rows<{ code: string }>(
    `select distinct details ->> 'code' as code from bulk_result where run_id = $1 and outcome = 'refused'`,
    id,
  );
  expect(codes).toEqual([{ code: 'access/revoked' }]);
}, 60_000);

test('a trial changes nothing and tells what would become of each', async () => {
  const [free, theirs] = [await saved(HERE), await saved(HERE, 'kim')];
  const far = await saved('26440');
  const { id, workflowId } = await order([free, theirs, far], { isTrial: true });
  await world.ended(workflowId);
  expect(await outcomes(id)).toEqual({ 'would-be-done': 1, 'already-so': 1, refused: 1 });
  expect((await stateOf(free)).owner).toBeUndefined();
  expect((await world.uses.tasks.load(free)).aggregate.version).toBe(1);
  await expect(undo(id)).rejects.toThrow('bulk-run/was-a-trial');
}, 60_000);

test('what is undone while it runs is called off first', async () => {
  await world.rest();
  const tasks = await many(25, HERE);
  const { id, workflowId } = await order(tasks);
  world.arm('batch/after-commit', 1);
  await world.work();
  await world.killed('batch/after-commit');
  await world.ask.pauseRun({ ...by(LEAD), runId: id, expectedVersion: 1 });
  const back = await undo(id);
  await world.work();
  await world.ended(workflowId);
  await world.ended(`command/undo/${id}`);
  expect(await outcomes(id)).toEqual({ done: 10, 'called-off': 15 });
  expect(await outcomes(back)).toEqual({ undone: 10 });
  for (const task of tasks) expect((await stateOf(task)).owner).toBeUndefined();
}, 60_000);

test('somebody away is given nothing, nor is anybody who may not decide it, and the row says why', async () => {
  const task = await saved(HERE);
  await world.ask.revokeAccess({ ...by(LEAD), staffId: staffId('gone'), reason: 'account-at-risk' });
  for (const [staff, code] of [
    ['gone', 'assignee/access-revoked'],
    ['nobody-at-all', 'assignee/may-not-do-it'],
  ]) {
    const { id, workflowId } = await order([task], { body: { staffId: staff, reason: 'workload' } });
    await world.ended(workflowId);
    const [row] = await rows<{ details: object }>('select details from bulk_result where run_id = $1', id);
    expect(row?.details).toEqual({ code });
  }
}, 60_000);

test('what is brought back goes to nobody who may do nothing with it any more, and the row says why', async () => {
  for (const name of ['was-here', 'was-lead', 'still-here']) await asks(name, 'supervisor');
  const tasks = [
    await saved(HERE, 'was-here'),
    await saved(HERE, 'was-lead'),
    await saved(HERE, 'still-here'),
  ];
  const { id, workflowId } = await order(tasks);
  await world.ended(workflowId);
  await world.ask.revokeAccess({ ...by(LEAD), staffId: staffId('was-here'), reason: 'account-at-risk' });
  await asks('was-lead', 'auditor');
  const back = await undo(id);
  await world.ended(`command/undo/${id}`);
  expect(await outcomes(back)).toEqual({ undone: 1, refused: 2 });
  const told = await rows<{ code: string }>(
    `select details ->> 'code' as code from bulk_result where run_id = $1 and outcome = 'refused' order by 1`,
    back,
  );
  expect(told.map(({ code }) => code)).toEqual(['assignee/access-revoked', 'assignee/may-not-do-it']);
  expect(await Promise.all(tasks.map(async (task) => (await stateOf(task)).owner))).toEqual([
    'kim',
    'kim',
    'still-here',
  ]);
}, 60_000);

test('whoever has lost a role since they asked is held to what they may now', async () => {
  await world.rest();
  const tasks = [await saved(HERE), await saved(HERE)];
  const { id, workflowId } = await order(tasks, {}, 'mover');
  await asks('mover', 'clinic-operator');
  await world.work();
  await world.ended(workflowId);
  expect(await outcomes(id)).toEqual({ refused: 2 });
  expect((await onRecord(id)).map(({ problem }) => problem)).toEqual(['task/not-found', 'task/not-found']);
}, 60_000);
