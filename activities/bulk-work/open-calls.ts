import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { CALLS, Task } from '../../domain/worklist/task.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import type { DueCall } from '../ports/monitoring.ts';
import { BULK, type BulkUses, type Stretch } from './bulk-uses.ts';
import type { Round } from './monitoring-round.ts';

/**
 * A check by telephone or at the door is work for a person: each of these people stands on the list once, as long as one of
 * their checks is open. What is not done by the end of the check's time escalates like any other task; where the person is
 * in isolation the check is missed too, and once that is a call or a visit, it takes the place of this one.
 */
export async function openCalls(
  uses: BulkUses,
  { runId, day, slot, at }: Round & Readonly<{ runId: string; at: string }>,
): Promise<Stretch> {
  for (let outcome = 'more'; outcome === 'more';) {
    uses.heart.beat();
    outcome = await uses.monitoring.callBatch({ runId, step: 'calls', day, slot }, (due) =>
      taskOf(uses.newId(), due, Instant.of(at)),
    );
    if (outcome === 'paused') return { paused: true };
  }
  return { paused: false };
}

function taskOf(id: string, { subjectKind, subjectId, channel, ...due }: DueCall, at: Instant): Task {
  const task = Task.unopened(taskId(id));
  task.execute({
    type: 'OpenTask',
    kind: CALLS[channel],
    caseId: caseId(due.caseId),
    ...(subjectKind === 'case' ? {} : { subject: TaskSubject.of({ kind: subjectKind, id: subjectId }) }),
    district: District.of(due.district),
    dueAt: Instant.of(due.dueAt),
    by: BULK,
    at,
  });
  return task;
}
