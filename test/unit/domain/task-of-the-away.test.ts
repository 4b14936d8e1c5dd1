import { expect, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { staffId } from '../../../domain/shared-kernel/staff-id.ts';
import { Task, type TaskCommand } from '../../../domain/worklist/task.ts';
import { CASE, day, TASK } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const at = day(3);
const aTask = () => Task.unopened(taskId(TASK));
const open: TaskCommand = {
  type: 'OpenTask',
  kind: 'no-answer',
  caseId: CASE,
  district: District.of('11110'),
  dueAt: day(4),
  by: 'process:case',
  at,
};
const claim = (by: string): TaskCommand => ({ type: 'ClaimTask', by, at });
const handBack = (owner: string): TaskCommand => ({
  type: 'HandBackTask',
  away: { owner: staffId(owner), because: 'absence' },
  by: 'process:upkeep',
  at,
});

test('a task is taken from who is away, and says so until somebody takes it', () => {
  given(aTask(), open, claim('kim'))
    .when(handBack('kim'))
    .thenRaises({ type: 'TaskHandedBack', owner: 'kim', because: 'absence', by: 'process:upkeep' });
  const task = aTask();
  for (const each of [open, claim('kim'), handBack('kim')]) task.execute(each);
  expect(task.state).toMatchObject({ handedBackBecause: 'absence', stage: 'open' });
  expect(task.state).not.toHaveProperty('owner');
  task.execute(claim('lee'));
  expect(task.state.owner).toBe('lee');
  expect(task.state).not.toHaveProperty('handedBackBecause');
});

test('it stays with whoever has it meanwhile, and with nobody', () => {
  given(aTask(), open, claim('lee')).when(handBack('kim')).thenQuiet();
  given(aTask(), open).when(handBack('kim')).thenQuiet();
  given(aTask(), open, { type: 'CancelTask', by: 'kim', at })
    .when(handBack('kim'))
    .thenRefused('task/already-closed');
});

test('what its owner hands back themselves has no such reason', () => {
  const task = aTask();
  for (const each of [open, claim('kim'), handBack('kim'), claim('lee')]) task.execute(each);
  task.execute({ type: 'HandBackTask', by: 'lee', at });
  expect(task.state).not.toHaveProperty('handedBackBecause');
});
