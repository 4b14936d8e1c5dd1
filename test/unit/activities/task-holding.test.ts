import { beforeEach, describe, expect, test } from '@jest/globals';
import { escalateOverdueTask, escalateTask } from '../../../activities/worklist/escalate-task.ts';
import { claimTask, handBackTask, reassignTask } from '../../../activities/worklist/hold-task.ts';
import { openTaskAbout } from '../../../activities/open-task-about.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task, TASKS } from '../../../domain/worklist/task.ts';
import type { StaffAccount } from '../../../domain/worklist/staff-account/staff-account.ts';
import type { Repository } from '../../../activities/ports/repository.ts';
import { absent, anAccount, revoked } from '../../support/staff-fixtures.ts';
import { staffAccountIdOf } from '../../../activities/adapters/staff-account-id.ts';
import { NotFound } from '../../../domain/shared-kernel/domain-error.ts';
import { CASE, day, TASK } from '../../support/case-fixtures.ts';
import { tasksInMemory } from './in-memory-repository.ts';

const CONTACT = '01900000-0000-7000-8000-0000000000c0';
const clock = { now: () => Promise.resolve(day(3).toString()) };
let tasks = tasksInMemory();
let asked = 0;
const request = (by = 'officer') => {
  asked += 1;
  return { commandId: `request-${asked}`, fingerprint: `${asked}`, by, taskId: TASK };
};
let away: StaffAccount | undefined;
const staffAccounts: Repository<StaffAccount> = {
  load: async () => {
    if (away === undefined) throw new NotFound('staff-account/not-found');
    return { aggregate: away };
  },
  save: () => Promise.reject(new Error('nothing is said of accounts here')),
};
const uses = () => ({ tasks: tasks.repository, staffAccounts, lookups: { staffAccountIdOf }, clock });
const overdue = (at: string, commandId = 'step') =>
  escalateOverdueTask(uses())({ taskId: TASK, commandId, by: 'process:case', at });

beforeEach(() => {
  away = undefined;
  tasks = tasksInMemory();
  const task = Task.unopened(taskId(TASK));
  task.execute({
    type: 'OpenTask',
    kind: 'no-answer',
    caseId: CASE,
    district: District.of('11110'),
    dueAt: day(4),
    by: 'process:case',
    at: day(3),
  });
  tasks.write(task);
});

test('staff claim a task, hand it back, give it to somebody else, and send it up', async () => {
  await claimTask(uses())(request());
  await expect(claimTask(uses())(request('colleague'))).rejects.toThrow('task/claimed-by-another');
  await handBackTask(uses())(request());
  await reassignTask(uses())({ ...request('supervisor'), staffId: 'colleague', reason: 'workload' });
  const dueAt = day(4).plusHours(-6).toString();
  await escalateTask(uses())({ ...request(), reason: 'person-at-risk', dueAt });
  expect(tasks.read(TASK).state).toMatchObject({ owner: 'colleague', level: 1, dueAt });
});

test('a task that is sent up without a time keeps the one that it has; one that is overdue has its kind’s again', async () => {
  await escalateTask(uses())({ ...request(), reason: 'beyond-authority' });
  expect(tasks.read(TASK).state).toMatchObject({ level: 1, dueAt: day(4).toString() });
  const late = { ...uses(), clock: { now: () => Promise.resolve(day(6).toString()) } };
  await escalateTask(late)({ ...request(), reason: 'overdue' });
  const { withinHours } = TASKS['no-answer'];
  expect(tasks.read(TASK).state).toMatchObject({ level: 2, dueAt: day(6).plusHours(withinHours).toString() });
});

test('nobody takes a task or is given one who is away', async () => {
  away = anAccount();
  away.execute(absent(day(1), day(2), day(4)));
  await expect(claimTask(uses())(request())).rejects.toThrow('task/owner-absent');
  const given = { ...request('supervisor'), staffId: 'colleague', reason: 'workload' } as const;
  await expect(reassignTask(uses())(given)).rejects.toThrow('task/owner-absent');
  away.execute(revoked(day(2)));
  await expect(reassignTask(uses())(given)).rejects.toThrow('task/owner-without-access');
  expect(tasks.events.map(({ type }) => type)).toEqual(['TaskOpened']);

  away = anAccount();
  away.execute(absent(day(1), day(4), day(5)));
  await reassignTask(uses())(given);
  expect(tasks.read(TASK).state.owner).toBe('colleague');
});

describe('a task whose time limit has passed', () => {
  test('goes up a level with as much time again, until its last level', async () => {
    const within = TASKS['no-answer'].withinHours;
    const first = day(4).plusHours(within);
    const second = first.plusHours(within);
    expect(await overdue(day(4).toString(), 'one')).toEqual({ dueAt: first.toString() });
    expect(await overdue(day(4).toString(), 'one')).toEqual({ dueAt: first.toString() });
    expect(await overdue(first.toString(), 'two')).toEqual({});
    expect(await overdue(second.toString(), 'three')).toEqual({});
    expect(tasks.read(TASK).state).toMatchObject({ level: 2, dueAt: second.toString() });
  });
  test('is left where it is while there is time, and once it is closed', async () => {
    expect(await overdue(day(3).toString())).toEqual({ dueAt: day(4).toString() });
    const task = tasks.read(TASK);
    task.execute({ type: 'CancelTask', by: 'officer', at: day(3) });
    tasks.write(task);
    expect(await overdue(day(5).toString())).toEqual({});
    expect(tasks.events.map(({ type }) => type)).toEqual(['TaskOpened', 'TaskCancelled']);
  });
});

test('a task about a contact is opened once per step', async () => {
  const open = openTaskAbout({ tasks: tasks.repository, newId: () => CONTACT });
  const step = {
    kind: 'survey-refused',
    subject: { kind: 'contact', id: CONTACT },
    district: '11110',
    commandId: 'contact:survey:task',
    by: 'process:contact',
    at: day(3).toString(),
  } as const;
  const dueAt = day(4).toString();
  expect(await open(step)).toEqual({ taskId: CONTACT, dueAt });
  expect(await open(step)).toEqual({ taskId: CONTACT, dueAt });
  expect(tasks.read(CONTACT).state).toMatchObject({ subject: step.subject, kind: step.kind });
});

test('a question that takes the place of others takes them off the lists', async () => {
  const ids = ['a1', 'a2', 'a3'].map((end) => `01900000-0000-7000-8000-0000000000${end}`);
  let opened = 0;
  const stage = (id: string) => tasks.read(id).state.stage;
  const open = openTaskAbout({
    tasks: tasks.repository,
    newId: () => ids[opened++] ?? '',
    lookups: {
      openTasksAbout: async () => ids.slice(0, opened).filter((id) => stage(id) === 'open'),
      districtOf: async () => '11110',
    },
  });
  const step = {
    kind: 'survey-refused',
    subject: { kind: 'contact', id: CONTACT },
    district: '11110',
    by: 'process:contact',
    at: day(3).toString(),
  } as const;
  await open({ ...step, commandId: 'first' });
  await open({ ...step, commandId: 'second' });
  expect(ids.slice(0, 2).map(stage)).toEqual(['open', 'open']);
  await open({ ...step, commandId: 'third', insteadOf: ['survey-refused'] });
  expect(ids.map(stage)).toEqual(['cancelled', 'cancelled', 'open']);
});
