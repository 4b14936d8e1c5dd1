import { expect, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import type { EscalationReason } from '../../../domain/worklist/task.commands.ts';
import { Task, TASKS, type TaskCommand, type TaskKind } from '../../../domain/worklist/task.ts';
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
  expect(one.state).toMatchObject({ escalatedBecause: 'person-at-risk' });
});

const sentUp = (at: typeof due, reason: EscalationReason, dueAt: typeof due): TaskCommand => ({
  type: 'EscalateTask',
  ...{ level: 1, dueAt, reason, by: 'officer', at },
});

test.each(['person-at-risk', 'beyond-authority'] as const)('nobody has more time when %s', (reason) => {
  const at = day(3).plusHours(1);
  given(Task.unopened(TASK), open)
    .when(sentUp(at, reason, due.plusHours(1)))
    .thenRefused('task/due-later');
  given(Task.unopened(TASK), open)
    .when(sentUp(at, reason, due))
    .thenRaises({ type: 'TaskEscalated', dueAt: due.toString() });
});

test.each(Object.keys(TASKS) as TaskKind[])('an overdue %s has its time once more, and no longer', (kind) => {
  const { withinHours } = TASKS[kind];
  for (const reason of ['overdue', 'person-at-risk'] as const) {
    const until = (hours: number) => sentUp(day(5), reason, day(5).plusHours(hours));
    given(Task.unopened(TASK), { ...open, kind })
      .when(until(withinHours + 1))
      .thenRefused('task/due-later');
    given(Task.unopened(TASK), { ...open, kind })
      .when(until(withinHours))
      .thenRaises({ type: 'TaskEscalated', level: 1 });
  }
});
