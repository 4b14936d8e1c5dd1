import { beforeEach, expect, test } from '@jest/globals';
import { cancelTask } from '../../../activities/cancel-task.ts';
import { askForApproval } from '../../../activities/exchange/request-export.ts';
import type { Uses } from '../../../activities/uses.ts';
import { decideTask } from '../../../activities/worklist/decide-task.ts';
import { Export } from '../../../domain/exchange/export/export.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { exportId, taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { newId } from '../../support/aggregate-makers.ts';
import { anExport } from '../../support/export-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const NOW = Instant.ofEpochMilliseconds(Date.now()).toString();

let uses: Uses;
let asked: string;
let task: string;
beforeEach(async () => {
  uses = {
    tasks: repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never)),
    exports: repositoryInMemory((id, stored) => Export.from(exportId(id), stored as never)),
    clock: { now: () => Promise.resolve(NOW) },
    newId: () => (task = newId()),
  } as unknown as Uses;
  const one = anExport({ by: 'kim' });
  asked = one.id;
  await uses.exports.save(one);
  await askForApproval(uses)(asked);
});

const decide = (decision: 'approve' | 'reject' = 'approve', over: Partial<Uses> = {}) =>
  decideTask({ ...uses, ...over })({ commandId: 'once', fingerprint: '', by: 'lee', taskId: task, decision });
const theExport = async () => (await uses.exports.load(asked)).aggregate.state;
const theTask = async () => (await uses.tasks.load(task)).aggregate.state;

test('a decision whose task was cancelled at that moment is refused, and nothing is approved', async () => {
  let isCancelled = false;
  const tasks: Uses['tasks'] = {
    ...uses.tasks,
    save: async (...saved) => {
      if (!isCancelled) await cancelTask(uses, task, { by: 'process:upkeep', at: Instant.of(NOW) });
      isCancelled = true;
      return uses.tasks.save(...saved);
    },
  };
  await expect(decide('approve', { tasks })).rejects.toMatchObject({ code: 'task/already-closed' });
  expect(await theExport()).toMatchObject({ stage: 'requested' });
});

test.each(['approve', 'reject'] as const)(
  '%s, cut off in between: sent again it takes effect',
  async (decision) => {
    const lost = new Error('the server is gone');
    const exports = { ...uses.exports, save: () => Promise.reject(lost) };
    await expect(decide(decision, { exports })).rejects.toBe(lost);
    expect([(await theTask()).stage, (await theExport()).stage]).toEqual(['decided', 'requested']);
    for (const _again of [1, 2]) expect(await decide(decision)).toMatchObject({ id: task, stage: 'decided' });
    const stage = decision === 'approve' ? 'approved' : 'refused';
    expect(await theExport()).toMatchObject({ stage, decidedBy: 'lee', decidedAt: NOW });
  },
);

test('what the export does not take is not decided on its task either', async () => {
  const own = { commandId: 'own', fingerprint: '', by: 'kim', taskId: task, decision: 'approve' } as const;
  await expect(decideTask(uses)(own)).rejects.toMatchObject({ code: 'export/own-request' });
  expect(await theTask()).toMatchObject({ stage: 'open' });
});
