import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { District } from '../../../domain/shared-kernel/district.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { staffId } from '../../../domain/shared-kernel/staff-id.ts';
import type { TaskEvent } from '../../../domain/worklist/task.events.ts';
import { evolveTask } from '../../../domain/worklist/task.state.ts';
import {
  Task,
  TASKS,
  type TaskCommand,
  type TaskKind,
  type TaskState,
} from '../../../domain/worklist/task.ts';
import { CASE, day, TASK } from '../../support/case-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

const staff = fc.constantFrom('officer', 'colleague', 'supervisor');
const kinds = fc.constantFrom(...(Object.keys(TASKS) as TaskKind[]));
const decisions = fc.constantFrom('done', 'release', 'approve', 'samePerson' as const);

type Step = (at: ReturnType<typeof day>) => TaskCommand;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(kinds, staff).map<Step>(([kind, by]) => (at) => ({
    type: 'OpenTask',
    kind,
    caseId: CASE,
    district: District.of('11110'),
    dueAt: at.plusHours(12),
    by,
    at,
  })),
  { arbitrary: staff.map<Step>((by) => (at) => ({ type: 'ClaimTask', by, at })), weight: 4 },
  { arbitrary: staff.map<Step>((by) => (at) => ({ type: 'HandBackTask', by, at })), weight: 3 },
  {
    arbitrary: fc.tuple(staff, staff).map<Step>(([by, to]) => (at) => ({
      type: 'ReassignTask',
      to: staffId(to),
      reason: 'workload',
      by,
      at,
    })),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(
        staff,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('overdue', 'person-at-risk' as const),
        fc.integer({ min: -6, max: 30 }),
      )
      .map<Step>(([by, level, reason, hours]) => (at) => ({
        type: 'EscalateTask',
        level,
        dueAt: at.plusHours(hours),
        reason,
        by,
        at,
      })),
    weight: 12,
  },
  fc
    .tuple(staff, decisions)
    .map<Step>(([by, decision]) => (at) => ({ type: 'DecideTask', decision, by, at })),
  fc
    .boolean()
    .map<Step>((rarely) => (at) => ({ type: rarely ? 'CancelTask' : 'ClaimTask', by: 'process:case', at })),
);
const opening = kinds.map<Step>((kind) => (at) => ({
  type: 'OpenTask',
  kind,
  caseId: CASE,
  district: District.of('11110'),
  dueAt: at.plusHours(12),
  by: 'officer',
  at,
}));
const lives = fc.tuple(opening, fc.array(step, { maxLength: 40 })).map(([first, more]) => [first, ...more]);

const everyLife = (check: (steps: readonly Step[]) => void): void =>
  fc.assert(fc.property(lives, check), { numRuns: 300 });

test('whatever is asked in whatever order: refusals are the domain’s, versions have no gap, state is the fold', () => {
  everyLife((steps) => {
    const task = Task.unopened(taskId(TASK));
    steps.forEach((make, count) => {
      const command = make(day(0).plusHours(count * 5));
      refusal(task, command);
      const after = task.version;
      refusal(task, command);
      expect(task.version).toBe(after);
    });
    expect(task.version).toBe(task.news.length);
    const folded = task.news.reduce<TaskState | undefined>(evolveTask, undefined);
    expect(task.state).toEqual(folded);
  });
});

test('one owner at a time decides, hands back and is followed; a closed task is left alone', () => {
  everyLife((steps) => {
    const task = Task.unopened(taskId(TASK));
    steps.forEach((make, count) => refusal(task, make(day(0).plusHours(count * 5))));
    let owner: string | undefined;
    let closed = false;
    for (const event of task.news as readonly TaskEvent[]) {
      expect(closed).toBe(false);
      if (event.type === 'TaskClaimed') expect(owner).toBeUndefined();
      if (event.type === 'TaskHandedBack') expect([event.owner, event.by]).toEqual([owner, owner]);
      if (event.type === 'TaskReassigned') expect(event.formerOwner).toBe(owner);
      if (event.type === 'TaskDecided') expect([undefined, event.by]).toContain(owner);
      if (event.type === 'TaskClaimed' || event.type === 'TaskReassigned') owner = event.owner;
      if (event.type === 'TaskHandedBack') owner = undefined;
      closed = event.type === 'TaskDecided' || event.type === 'TaskCancelled';
    }
    expect(task.state.owner).toBe(owner);
  });
});

test('levels rise one by one to the kind’s last, each with a time limit ahead, and early only for a reason', () => {
  everyLife((steps) => {
    const task = Task.unopened(taskId(TASK));
    steps.forEach((make, count) => refusal(task, make(day(0).plusHours(count * 5))));
    let [level, dueAt] = [0, ''];
    for (const event of task.news as readonly TaskEvent[]) {
      if (event.type === 'TaskOpened') ({ dueAt } = event);
      if (event.type !== 'TaskEscalated') continue;
      expect(event.level).toBe(level + 1);
      expect(event.level).toBeLessThanOrEqual(TASKS[event.kind].levels);
      expect(event.dueAt > event.at).toBe(true);
      if (event.reason === 'overdue') expect(event.at >= dueAt).toBe(true);
      ({ level, dueAt } = event);
    }
    expect(task.state.level ?? 0).toBe(level);
  });
});
