import { expect, test } from '@jest/globals';
import { staffAccountIdOf } from '../../../activities/adapters/staff-account-id.ts';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import { doRow, type One, type Order } from '../../../activities/bulk-work/command-row.ts';
import { worklistRequests } from '../../../activities/worklist/requests.ts';
import { BULK_COMMANDS } from '../../../api/bulk-commands/bulk-commands.ts';
import { NotFound } from '../../../domain/shared-kernel/domain-error.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { aTask, newId } from '../../support/aggregate-makers.ts';
import { day } from '../../support/case-fixtures.ts';
import { repositoryInMemory } from './repository-in-memory.ts';

type Remembered = Parameters<BulkUses['bulkCommands']['remember']>[1];

/** A task that is given to `park` with many others; `meanwhile` comes in between, once. */
async function givenToPark(meanwhile: (taken: () => Promise<unknown>) => Promise<unknown>) {
  const task = aTask({ at: day(3) });
  const remembered: Remembered[] = [];
  const office = {
    tasks: repositoryInMemory((id, stored) => Task.from(taskId(id), stored as never)),
    staffAccounts: { load: () => Promise.reject(new NotFound('staff-account/not-found')) },
    subscribers: { of: () => Promise.resolve({ isRevoked: false }) },
    lookups: { staffAccountIdOf },
    clock: { now: () => Promise.resolve(day(6).toString()) },
    newId,
  };
  const requests = worklistRequests(office as never);
  const takenByKim = () =>
    requests.claimTask({ commandId: 'kim', fingerprint: '', by: 'kim', taskId: task.id });
  const uses = {
    ...office,
    bulkCommands: {
      remember: async (_row: object, before: Remembered) => {
        remembered.push(before);
        if (remembered.length === 1) await meanwhile(takenByKim);
      },
    },
  } as unknown as BulkUses;
  await office.tasks.save(task);
  const order = {
    asked: {
      ...{ runId: newId(), command: 'reassign-tasks', isTrial: false },
      orderer: { staffId: 'lead', roles: [], offices: ['11110'], sourceAddress: '127.0.0.1' },
      body: () => ({ staffId: 'park', reason: 'workload' }),
    },
    terms: BULK_COMMANDS['reassign-tasks'],
    mayDo: () => true,
    whyNotGiven: () => undefined,
    requests,
  } as unknown as Order;
  const one = {
    row: { number: 1, subjectId: task.id, fromVersion: null },
    subject: { subjectKind: 'task', subjectId: task.id },
    place: { district: '11110', taskKind: 'no-answer' },
    now: { calledOff: false, isRevoked: false, latest: null },
  } as unknown as One;
  const { outcome } = await doRow(uses, order, one);
  return { outcome, owner: (await office.tasks.load(task.id)).aggregate.state.owner, remembered };
}

test('what is kept for the way back is how the subject stood when the command came', async () => {
  expect(await givenToPark(() => Promise.resolve())).toEqual({
    ...{ outcome: 'done', owner: 'park' },
    remembered: [{ version: 1, kept: { owner: null } }],
  });
});

test('also when somebody else has changed it since it was looked at', async () => {
  const { outcome, owner, remembered } = await givenToPark((taken) => taken());
  expect([outcome, owner]).toEqual(['done', 'park']);
  expect(remembered.at(-1)).toEqual({ version: 2, kept: { owner: 'kim' } });
});
