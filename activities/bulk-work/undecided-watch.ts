import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { Task, TASKS } from '../../domain/worklist/task.ts';
import { taskReason } from '../../domain/worklist/task-reason.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import type { UndecidedContact, UndecidedGroup } from '../ports/monitoring.ts';
import { BULK, type BulkUses, type Stretch } from './bulk-uses.ts';

type Undecided = Readonly<{
  runId: string;
  disease: string;
  groups: readonly UndecidedGroup[];
  at: string;
}>;
const KIND = 'watch-undecided';
const LONGEST_REASON = 200;

/** Nobody would ask these contacts how they are: each is work for a person, once, that names the facts which are missing. */
export async function askAboutUndecided(
  uses: BulkUses,
  { runId, disease, groups, at }: Undecided,
): Promise<Stretch> {
  for (let outcome = 'more'; outcome === 'more';) {
    uses.heart.beat();
    outcome = await uses.monitoring.undecidedBatch(
      { runId, step: `undecided:${disease}`, disease, groups },
      (undecided) => taskOf(uses.newId(), undecided, Instant.of(at)),
    );
    if (outcome === 'paused') return { paused: true };
  }
  return { paused: false };
}

function taskOf(id: string, { contactId, missing, ...undecided }: UndecidedContact, at: Instant): Task {
  const task = Task.unopened(taskId(id));
  task.execute({
    type: 'OpenTask',
    kind: KIND,
    caseId: caseId(undecided.caseId),
    subject: TaskSubject.of({ kind: 'contact', id: contactId }),
    district: District.of(undecided.district),
    dueAt: at.plusHours(TASKS[KIND].withinHours),
    reason: taskReason(`facts-missing: ${missing.join(' ')}`.slice(0, LONGEST_REASON).trimEnd()),
    by: BULK,
    at,
  });
  return task;
}
