import { expect, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import { Task, type TaskCommand } from '../../../domain/worklist/task.ts';
import { CASE, day, TASK } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const due = day(4);
const open: TaskCommand = {
  type: 'OpenTask',
  kind: 'clinician-decision',
  caseId: CASE,
  district: District.of('11110'),
  dueAt: due,
  by: 'process:case',
  at: day(3),
};
const escalate = (
  level: number,
  at = due,
  reason: 'overdue' | 'person-at-risk' = 'overdue',
): TaskCommand => ({
  type: 'EscalateTask',
  ...{ level, dueAt: at.plusHours(reason === 'overdue' ? 24 : 2), reason, by: 'process:upkeep', at },
});

test('a task keeps since when it is overdue, through further escalations', () => {
  const one = Task.unopened(TASK);
  given(one, open, escalate(1))
    .when(escalate(2, day(6)))
    .thenRaises({ type: 'TaskEscalated', level: 2 });
  expect(one.state).toMatchObject({ level: 2, overdueSince: due.toString() });
});

test('one sent up in time is not overdue', () => {
  const one = Task.unopened(TASK);
  given(one, open)
    .when(escalate(1, day(3).plusHours(1), 'person-at-risk'))
    .thenRaises({ type: 'TaskEscalated', level: 1 });
  expect(one.state).not.toHaveProperty('overdueSince');
});
