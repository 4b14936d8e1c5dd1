import { describe, test } from '@jest/globals';
import { District } from '../../../domain/shared-kernel/district.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { TaskSubject } from '../../../domain/worklist/task-subject.ts';
import { CASE, CONTACT, day, TASK } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const aTask = () => Task.unopened(taskId(TASK));
const officer = { by: 'officer', at: day(3) };

describe('whose list it is on', () => {
  const rest = { type: 'OpenTask', district: District.of('11110'), dueAt: day(4), ...officer } as const;
  test.each([
    ['process-parked', 'isolation', 'isolation-management'],
    ['process-parked', 'contact', 'epidemiological-investigation'],
    ['process-parked', 'living-support', 'diagnostic-testing'],
    ['effect-unsettled', 'living-support', 'diagnostic-testing'],
    ['message-undeliverable', 'contact', 'epidemiological-investigation'],
    ['look-up-approval', 'living-support', 'epidemiological-investigation'],
  ] as const)('%s about a %s: %s', (kind, about, team) =>
    given(aTask())
      .when({ ...rest, kind, subject: TaskSubject.of({ kind: about, id: CONTACT }) })
      .thenRaises({ type: 'TaskOpened', team }),
  );
  test.each([
    ['supplies', 'isolation-management'],
    ['information-request', 'epidemiological-investigation'],
    ['living-support', 'diagnostic-testing'],
    [undefined, 'diagnostic-testing'],
  ] as const)('message-parked, of a message about %s: %s', (concerns, team) => {
    const subject = TaskSubject.of({ kind: 'message', id: CONTACT });
    const about = concerns === undefined ? {} : { concerns };
    given(aTask())
      .when({ ...rest, kind: 'message-parked', subject, ...about })
      .thenRaises({ type: 'TaskOpened', team, subjectKind: 'message' });
  });
  test('about a case alone: that of those who manage the patient', () =>
    given(aTask())
      .when({ ...rest, kind: 'process-parked', caseId: CASE })
      .thenRaises({ type: 'TaskOpened', team: 'patient-management' }));
});
