import { expect, test } from '@jest/globals';
import { openTaskAbout } from '../../../activities/open-task-about.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { CLINIC, atHour } from '../../support/clinic-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const ask = {
  kind: 'cover-needed',
  subject: { kind: 'clinic', id: CLINIC },
  district: '11110',
  commandId: `clinic:${CLINIC}/2026-03-02:cover-needed:task`,
  by: 'process:clinic',
  at: atHour(9).toString(),
} as const;

/** A need that staff dealt with at ten. */
async function dealtWith() {
  const tasks = repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never));
  let ids = 10;
  const newId = () => `01900000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
  const open = openTaskAbout({ tasks, newId });
  const first = await open(ask);
  const { aggregate } = await tasks.load(first.taskId);
  aggregate.execute({ type: 'DecideTask', decision: 'done', by: 'officer', at: atHour(10) });
  await tasks.save(aggregate);
  return { open, first: first.taskId };
}

test('what was decided counts for a process that begins again, unless the need arose afterwards', async () => {
  const { open, first } = await dealtWith();
  expect(await open(ask)).toMatchObject({ taskId: first, decision: 'done' });
  expect(await open({ ...ask, since: atHour(9).toString() })).toMatchObject({ taskId: first });
  const anew = await open({ ...ask, since: atHour(11).toString() });
  expect(anew.taskId).not.toBe(first);
  expect(anew).not.toHaveProperty('decision');
  expect(await open({ ...ask, since: atHour(11).toString() })).toEqual(anew);
});

test('what was decided about an earlier need does not count for the next, however often it is asked', async () => {
  const { open, first } = await dealtWith();
  const anew = await open({ ...ask, earlier: first });
  expect(anew.taskId).not.toBe(first);
  expect(await open({ ...ask, earlier: first })).toEqual(anew);
  expect(await open({ ...ask, earlier: anew.taskId })).toEqual(anew); // still open: it is asked already
});
