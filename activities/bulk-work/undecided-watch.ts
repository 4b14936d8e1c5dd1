import { District } from '../../domain/shared-kernel/district.ts';
import { caseId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { TASKS } from '../../domain/worklist/task.ts';
import { factsMissing } from '../../domain/worklist/task-reason.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import type { UndecidedGroup } from '../ports/monitoring.ts';
import type { BulkUses, Stretch } from './bulk-uses.ts';
import { toTheEnd } from './in-batches.ts';
import { newTask } from './new-task.ts';

type Undecided = Readonly<{
  runId: string;
  disease: string;
  groups: readonly UndecidedGroup[];
  at: string;
}>;
const KIND = 'watch-undecided';

/** Nobody would ask these contacts how they are: each is work for a person, once, that names the facts which are missing. */
export function askAboutUndecided(
  uses: BulkUses,
  { runId, disease, groups, ...round }: Undecided,
): Promise<Stretch> {
  const at = Instant.of(round.at);
  const step = `undecided:${disease}`;
  return toTheEnd(uses, () =>
    uses.monitoring.undecidedBatch({ runId, step, disease, groups }, (undecided) =>
      newTask(uses.newId(), {
        kind: KIND,
        caseId: caseId(undecided.caseId),
        subject: TaskSubject.of({ kind: 'contact', id: undecided.contactId }),
        district: District.recorded(undecided.district),
        dueAt: at.plusHours(TASKS[KIND].withinHours),
        reason: factsMissing(undecided.missing),
        at,
      }),
    ),
  );
}
