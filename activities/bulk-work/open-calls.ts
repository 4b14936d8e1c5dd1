import { District } from '../../domain/shared-kernel/district.ts';
import { caseId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { CALLS } from '../../domain/worklist/task.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import type { BulkUses, Stretch } from './bulk-uses.ts';
import { toTheEnd } from './in-batches.ts';
import type { Round } from './monitoring-round.ts';
import { newTask } from './new-task.ts';

/**
 * A check by telephone or at the door is work for a person: each of these people stands on the list once, as long as one of
 * their checks is open. What is not done by the end of the check's time escalates like any other task; where the person is
 * in isolation the check is missed too, and once that is a call or a visit, it takes the place of this one.
 */
export const openCalls = (
  uses: BulkUses,
  { runId, day, slot, at }: Round & Readonly<{ runId: string; at: string }>,
): Promise<Stretch> =>
  toTheEnd(uses, () =>
    uses.monitoring.callBatch({ runId, step: 'calls', day, slot }, (due) =>
      newTask(uses.newId(), {
        kind: CALLS[due.channel],
        caseId: caseId(due.caseId),
        ...(due.subjectKind === 'case'
          ? {}
          : { subject: TaskSubject.of({ kind: due.subjectKind, id: due.subjectId }) }),
        district: District.recorded(due.district),
        dueAt: Instant.of(due.dueAt),
        at: Instant.of(at),
      }),
    ),
  );
