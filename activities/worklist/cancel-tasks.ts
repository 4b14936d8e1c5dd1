import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectKind } from '../../domain/worklist/task-subject.ts';
import { TASKS, type TaskKind } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import { byProcess } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';

/** Duties that outlive the case, and what another process asks. */
const OUTLIVING: readonly TaskKind[] = [
  'registration-refused',
  'registration-overdue',
  'finding-of-another',
  'identity-in-doubt',
];
/** What a case's end settles. */
const ENDING_WITH_THE_CASE = (Object.keys(TASKS) as TaskKind[]).filter((kind) => !OUTLIVING.includes(kind));

export type CancelTasksStep = Moment & Readonly<{ kinds?: readonly TaskKind[] }>;

/** Takes a case's open tasks off the lists: what they were for has happened. */
export const cancelTasks =
  ({ tasks, lookups }: Uses) =>
  async (step: CancelTasksStep): Promise<void> => {
    const kinds = step.kinds ?? ENDING_WITH_THE_CASE;
    for (const id of await lookups.openTasksOfCase(step.caseId, kinds)) {
      await change(tasks, id, {}, (task) => task.execute({ type: 'CancelTask', ...byProcess(step) }));
    }
  };

export type CancelTasksAboutStep = Readonly<{
  subject: Readonly<{ kind: SubjectKind; id: string }>;
  kinds?: readonly TaskKind[];
  by: string;
  at: string;
}>;

/** The same for what is about an isolation, a contact, a look-up, … */
export const cancelTasksAbout =
  ({ tasks, lookups }: Uses) =>
  async ({ subject, kinds, by, at }: CancelTasksAboutStep): Promise<void> => {
    for (const id of await lookups.openTasksAbout(subject, kinds)) {
      await change(tasks, id, {}, (task) => task.execute({ type: 'CancelTask', by, at: Instant.of(at) }));
    }
  };
