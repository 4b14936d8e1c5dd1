import { beforeEach, expect, test } from '@jest/globals';
import { openTaskAbout } from '../../../activities/open-task-about.ts';
import { handOverStanding } from '../../../activities/patient-management/hand-over-standing.ts';
import type { Uses } from '../../../activities/uses.ts';
import { decideTask } from '../../../activities/worklist/decide-task.ts';
import { Case } from '../../../domain/patient-management/case/case.ts';
import { HandOver } from '../../../domain/patient-management/hand-over/hand-over.ts';
import { caseId, handOverId, taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { newId } from '../../support/aggregate-makers.ts';
import { FROM, noHandOver, offered, rejected, TO } from '../../support/hand-over-fixtures.ts';
import { CASE, day } from '../../support/investigation-fixtures.ts';
import { recordedEpisode } from '../../support/past-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

const NOW = day(0).plusHours(1).toString();

/** An episode from a list is nobody’s to lead and somebody’s to keep: it is handed over like an open case. */
let uses: Uses;
let handOver: HandOver;
beforeEach(async () => {
  handOver = noHandOver();
  uses = {
    tasks: repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never)),
    cases: repositoryInMemory((id, stored) => Case.from(caseId(id), stored as never)),
    handOvers: repositoryInMemory((id, stored) => HandOver.from(handOverId(id), stored as never)),
    lookups: { lastHandOverOf: () => Promise.resolve(handOver.id) },
    clock: { now: () => Promise.resolve(NOW) },
    newId,
  } as unknown as Uses;
  const aCase = Case.unopened(caseId(CASE));
  aCase.execute(recordedEpisode());
  await uses.cases.save(aCase);
  handOver.execute(offered());
});

test('its task may be decided by taking it over', async () => {
  await uses.handOvers.save(handOver);
  const { taskId: asked } = await openTaskAbout(uses)({
    kind: 'hand-over-offered',
    subject: { kind: 'hand-over', id: handOver.id },
    district: TO,
    commandId: 'asked',
    by: 'process:hand-over',
    at: day(0).toString(),
  });
  const ask = { commandId: 'decided', fingerprint: '', by: 'taker', taskId: asked };
  expect(await decideTask(uses)({ ...ask, decision: 'accept' })).toMatchObject({ stage: 'decided' });
});

test('those who keep it are told that nobody took it over', async () => {
  handOver.execute(rejected());
  await uses.handOvers.save(handOver);
  expect(await handOverStanding(uses)({ id: handOver.id, at: NOW })).toMatchObject({
    district: FROM,
    returnedBecause: 'rejected: no-capacity',
  });
});
