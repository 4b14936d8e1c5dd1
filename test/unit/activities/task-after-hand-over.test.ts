import { expect, test } from '@jest/globals';
import { openTaskAbout } from '../../../activities/open-task-about.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { FROM, TO } from '../../support/hand-over-fixtures.ts';
import { CASE, day, idEnding } from '../../support/investigation-fixtures.ts';
import { newId } from '../../support/aggregate-makers.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

/** The case and all that belongs to it have just moved; the process that asks knows of where they were. */
async function opened(kind: string, more: object = {}): Promise<string> {
  const tasks = repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never));
  const moved = ['case', 'isolation', 'supplies', 'route', 'information-request'];
  const lookups = {
    openTasksAbout: () => Promise.resolve([]),
    districtOf: (of: { kind: string }) => Promise.resolve(moved.includes(of.kind) ? TO : FROM),
  };
  const { taskId: id } = await openTaskAbout({ tasks, newId, lookups })({
    kind: 'process-parked',
    subject: { kind, id: idEnding(50) },
    caseId: CASE,
    district: FROM,
    commandId: 'asked',
    by: 'process',
    at: day(0).toString(),
    ...more,
  });
  return (await tasks.load(id)).aggregate.state.district;
}

test.each(['isolation', 'route', 'test', 'survey', 'living-support', 'person', 'message', 'task'])(
  'a task about a %s of a case that has just moved lies where the case is',
  async (kind) => expect(await opened(kind)).toBe(TO),
);

test('what is of a contact, and what a message tells about one, stays where they live', async () => {
  expect(await opened('contact')).toBe(FROM);
  expect(await opened('message', { concerns: 'contact' })).toBe(FROM);
  expect(await opened('message', { concerns: 'person' })).toBe(TO);
});

test('what is of no case does not move with one', async () => {
  expect(await opened('person', { caseId: undefined })).toBe(FROM);
});
