import { describe, expect, test } from '@jest/globals';
import { InvalidValue } from '../../../domain/shared-kernel/domain-error.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import type { Instant } from '../../../domain/shared-kernel/instant.ts';
import { staffId } from '../../../domain/shared-kernel/staff-id.ts';
import type { EscalationReason } from '../../../domain/worklist/task.commands.ts';
import {
  Task,
  TASKS,
  type Decision,
  type TaskCommand,
  type TaskKind,
} from '../../../domain/worklist/task.ts';
import { TaskSubject } from '../../../domain/worklist/task-subject.ts';
import { CASE, day, TASK, TEST } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const KINDS = Object.keys(TASKS) as TaskKind[];
const ALL_DECISIONS = [...new Set(KINDS.flatMap((kind) => TASKS[kind].decisions))];
const CONTACT = '01900000-0000-7000-8000-0000000000c0';

const officer = { by: 'officer', at: day(3) };
const colleague = { by: 'colleague', at: day(3) };
const aTask = () => Task.unopened(taskId(TASK));
const open = (kind: TaskKind = 'no-answer'): TaskCommand => ({
  type: 'OpenTask',
  kind,
  caseId: CASE,
  district: District.of('11110'),
  dueAt: day(4),
  ...officer,
});
const decide = (decision: Decision = 'done', who = officer): TaskCommand => ({
  type: 'DecideTask',
  decision,
  ...who,
});
const cancel: TaskCommand = { type: 'CancelTask', ...officer };
const claim = (who = officer): TaskCommand => ({ type: 'ClaimTask', ...who });
const handBack = (who = officer): TaskCommand => ({ type: 'HandBackTask', ...who });
const reassign = (to: string): TaskCommand => ({
  type: 'ReassignTask',
  to: staffId(to),
  reason: 'absence',
  ...officer,
});
const escalate = (
  level: number,
  at: Instant,
  reason: EscalationReason = 'overdue',
  dueAt = at.plusHours(2),
): TaskCommand => ({ type: 'EscalateTask', level, dueAt, reason, by: 'officer', at });

describe('a task', () => {
  test.each(KINDS)('%s takes what it offers and nothing else', (kind) => {
    for (const decision of ALL_DECISIONS) {
      const role = 'kdca-approver';
      const when = given(aTask(), open(kind)).when({ ...decide(decision), role } as TaskCommand);
      if (TASKS[kind].decisions.includes(decision)) when.thenRaises({ type: 'TaskDecided', decision, kind });
      else when.thenRefused('task/decision-not-offered');
    }
  });
  test('of an approval takes the office in which it is given, and says who may', () => {
    const approve = (more: object = {}) => ({ ...decide('approve'), ...more }) as TaskCommand;
    const roles = ['kdca-approver', 'investigation-lead'];
    const asked = () => given(aTask(), open('look-up-approval'));
    asked().when(approve()).thenRefused('task/role-needed');
    expect(() => {
      const task = aTask();
      task.execute(open('look-up-approval'));
      task.execute(approve({ mayDecide: roles }));
    }).toThrow(expect.objectContaining({ params: { roles: 'kdca-approver|investigation-lead' } }));
    const [role] = roles;
    asked().when(approve({ role })).thenRaises({ type: 'TaskDecided', decision: 'approve', role });
    asked().when(decide('reject')).thenRaises({ type: 'TaskDecided', decision: 'reject' });
  });
  test('is closed once; cancelling a closed one is quiet', () => {
    given(aTask(), open()).when(cancel).thenRaises({ type: 'TaskCancelled' });
    given(aTask(), open(), decide()).when(decide()).thenRefused('task/already-closed');
    given(aTask(), open(), decide()).when(cancel).thenQuiet();
    given(aTask(), open()).when(open()).thenRefused('task/already-open');
  });
  test.each([
    ['decided', decide()],
    ['cancelled', cancel],
  ])('that was %s is nobody’s any more', (_, end) => {
    for (const late of [decide(), claim(), handBack(), reassign('colleague'), escalate(1, day(5))]) {
      given(aTask(), open(), end).when(late).thenRefused('task/already-closed');
    }
  });
  test.each([decide(), cancel, claim(), handBack(), reassign('colleague'), escalate(1, day(5))])(
    'that nobody opened is not there: $type',
    (command) => given(aTask()).when(command).thenRefused('task/not-found'),
  );
});

describe('what a task is about', () => {
  const subject = TaskSubject.of({ kind: 'contact', id: CONTACT });
  const rest = { type: 'OpenTask', district: District.of('11110'), dueAt: day(4), ...officer } as const;
  test('may be another thing than a case, and every event says which', () => {
    const one = aTask();
    given(one, { ...rest, kind: 'look-up-approval', subject })
      .when(decide('reject'))
      .thenRaises({ type: 'TaskDecided', subjectKind: 'contact', subjectId: CONTACT });
    expect(one.news.every((event) => !('caseId' in event) && event.subjectId === CONTACT)).toBe(true);
    expect(one.state).toMatchObject({ subject: { kind: 'contact', id: CONTACT } });
    expect(one.state).not.toHaveProperty('caseId');
  });
  test('may be a case and a thing of that case', () =>
    given(aTask())
      .when({ ...rest, kind: 'no-answer', caseId: CASE, subject })
      .thenRaises({ type: 'TaskOpened', caseId: CASE, subjectKind: 'contact', subjectId: CONTACT }));
  test('is never nothing', () =>
    given(aTask())
      .when({ ...rest, kind: 'look-up-approval' })
      .thenRefused('task/about-nothing'));
  test.each(KINDS.filter((kind) => TASKS[kind].needsCase))('is a case for %s', (kind) =>
    given(aTask())
      .when({ ...rest, kind, subject } as TaskCommand)
      .thenRefused('task/about-nothing'),
  );
  test('is a kind that we know, by an id', () => {
    expect(() => TaskSubject.of({ kind: 'weather', id: CONTACT })).toThrow('task/subject-unknown');
    expect(() => TaskSubject.of({ kind: 'toString', id: CONTACT })).toThrow('task/subject-unknown');
    expect(() => TaskSubject.of({ kind: 'contact', id: '7' })).toThrow('id/malformed');
    expect(subject.equals(TaskSubject.of({ kind: 'contact', id: CONTACT }))).toBe(true);
    expect(subject.equals(TaskSubject.of({ kind: 'test', id: TEST }))).toBe(false);
  });
});

describe('the owner of a task', () => {
  test('is whoever claims it first', () => {
    given(aTask(), open()).when(claim()).thenRaises({ type: 'TaskClaimed', owner: 'officer', caseId: CASE });
    given(aTask(), open(), claim()).when(claim()).thenQuiet();
    given(aTask(), open(), claim()).when(claim(colleague)).thenRefused('task/claimed-by-another');
  });
  test('hands it back, and nobody else does', () => {
    const one = aTask();
    given(one, open(), claim()).when(handBack()).thenRaises({ type: 'TaskHandedBack', owner: 'officer' });
    expect(one.state).not.toHaveProperty('owner');
    given(aTask(), open(), claim()).when(handBack(colleague)).thenRefused('task/claimed-by-another');
    given(aTask(), open(), claim(), handBack()).when(handBack()).thenQuiet();
    given(aTask(), open(), claim(), handBack()).when(claim(colleague)).thenRaises({ owner: 'colleague' });
  });
  test('changes by reassignment, with a reason', () => {
    given(aTask(), open(), claim()).when(reassign('colleague')).thenRaises({
      type: 'TaskReassigned',
      formerOwner: 'officer',
      owner: 'colleague',
      reason: 'absence',
    });
    given(aTask(), open())
      .when(reassign('colleague'))
      .thenRaises({ type: 'TaskReassigned', owner: 'colleague' });
    given(aTask(), open(), reassign('colleague')).when(reassign('colleague')).thenQuiet();
  });
  test('alone decides it; an unclaimed one is for everybody', () => {
    given(aTask(), open(), claim()).when(decide('done', colleague)).thenRefused('task/claimed-by-another');
    given(aTask(), open(), claim()).when(decide()).thenRaises({ type: 'TaskDecided' });
    given(aTask(), open(), claim(), handBack())
      .when(decide('done', colleague))
      .thenRaises({ type: 'TaskDecided' });
    given(aTask(), open(), claim(), reassign('colleague'))
      .when(decide('done', colleague))
      .thenRaises({ type: 'TaskDecided' });
    given(aTask(), open(), claim(), reassign('colleague'))
      .when(decide())
      .thenRefused('task/claimed-by-another');
  });
  test('does not keep a process from cancelling it', () =>
    given(aTask(), open(), claim())
      .when({ ...cancel, by: 'process:case' } as TaskCommand)
      .thenRaises({ type: 'TaskCancelled' }));
  test.each(['', 'a b', '김', 'x'.repeat(65), 'process:case'])('has no account like %p', (text) =>
    expect(() => staffId(text)).toThrow(InvalidValue),
  );
});

test('whoever a token may name can be given a task: also by an e-mail address, or through a broker', () =>
  expect(staffId('auth0|Kim.Min-su+1@office.example')).toBe('auth0|Kim.Min-su+1@office.example'));

describe('an escalation', () => {
  test('comes once the task is overdue, with a new time limit', () => {
    const one = aTask();
    given(one, open(), claim())
      .when(escalate(1, day(4)))
      .thenRaises({
        type: 'TaskEscalated',
        level: 1,
        dueAt: day(4).plusHours(2).toString(),
        reason: 'overdue',
        owner: 'officer',
      });
    expect(one.state).toMatchObject({ level: 1, dueAt: day(4).plusHours(2).toString(), owner: 'officer' });
    given(aTask(), open())
      .when(escalate(1, day(4).plusHours(-1)))
      .thenRefused('task/not-overdue');
  });
  test.each(['person-at-risk', 'beyond-authority'] as const)('comes earlier when %s', (reason) =>
    given(aTask(), open())
      .when(escalate(1, day(3), reason))
      .thenRaises({ type: 'TaskEscalated', reason }),
  );
  test('told again is quiet; the next one needs a time limit that has passed too', () => {
    given(aTask(), open(), escalate(1, day(4)))
      .when(escalate(1, day(4)))
      .thenQuiet();
    given(aTask(), open(), escalate(1, day(4)))
      .when(escalate(2, day(4)))
      .thenRefused('task/not-overdue');
  });
  test('goes up one level at a time', () => {
    given(aTask(), open())
      .when(escalate(2, day(4)))
      .thenRefused('task/not-the-next-level');
    given(aTask(), open(), escalate(1, day(4)))
      .when(escalate(1, day(5)))
      .thenRefused('task/not-the-next-level');
  });
  test.each(KINDS)('of %s ends at its highest level', (kind) => {
    const { levels } = TASKS[kind];
    const all = Array.from({ length: levels }, (_, index) => escalate(index + 1, day(5 + index)));
    given(aTask(), open(kind), ...all)
      .when(escalate(levels + 1, day(20)))
      .thenRefused('task/highest-level');
  });
  test('gives a time limit that lies ahead', () =>
    given(aTask(), open())
      .when(escalate(1, day(4), 'overdue', day(4)))
      .thenRefused('task/due-in-the-past'));
});
