import { expect, test } from '@jest/globals';
import { openTask } from '../../../activities/open-task.ts';
import { registrationDeadline } from '../../../activities/patient-management/registration-deadline.ts';
import type { Uses } from '../../../activities/uses.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { versionOf } from '../../../domain/protocol/protocol-version.ts';
import { caseId } from '../../../domain/shared-kernel/id.ts';
import { aCase, CASE, day, diagnosed, TASK } from '../../support/case-fixtures.ts';
import { tasksInMemory } from './in-memory-repository.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const confirmed = day(2);
const hours = (count: number): string => confirmed.plusHours(count).toString();

async function world(deadlineHours: number): Promise<Uses> {
  const reporting = { appliesTo: 'newEpisodes', diseaseClass: '2', channel: 'registry', deadlineHours };
  const document = parseProtocol({
    disease: 'covid-19',
    jurisdiction: 'kr',
    effectiveFrom: '2020-06-25',
    unchanged: 'dropped',
    rules: { reporting },
  });
  const cases = repositoryInMemory((id, stored) => Case.from(caseId(id), stored as never));
  const one = aCase();
  one.execute(diagnosed(confirmed));
  await cases.save(one);
  return {
    cases,
    tasks: tasksInMemory().repository,
    newId: () => TASK,
    jurisdiction: 'kr',
    protocols: { versions: async () => [versionOf(document, 1, undefined)] },
  } as unknown as Uses;
}

test.each([
  ['a day', 24, 16],
  ['a week', 168, 160],
  ['less than a shift: from the beginning', 4, 1 / 6],
  ['no time', 0, 1 / 6],
])('where the law gives %s, staff are asked while some of it is left', async (_what, given, asked) => {
  const uses = await world(given);
  expect(await registrationDeadline(uses)({ caseId: CASE, at: hours(0) })).toEqual({
    deadline: hours(asked),
    dueAt: hours(given),
  });
});

test('their task is due when the law says', async () => {
  const uses = await world(24);
  const step = { caseId: CASE, at: hours(16), commandId: 'overdue', kind: 'registration-overdue' } as const;
  const { taskId } = await openTask(uses)({ ...step, dueAt: hours(24) });
  expect((await uses.tasks.load(taskId)).aggregate.state).toMatchObject({
    openedAt: hours(16),
    dueAt: hours(24),
  });
});
