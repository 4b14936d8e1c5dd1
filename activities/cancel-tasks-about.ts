import { Instant } from '../domain/shared-kernel/instant.ts';
import type { SubjectKind } from '../domain/worklist/task-subject.ts';
import type { TaskKind } from '../domain/worklist/task.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

export type CancelTasksAboutStep = Readonly<{
  subject: Readonly<{ kind: SubjectKind; id: string }>;
  kinds?: readonly TaskKind[];
  by: string;
  at: string;
}>;

/** Takes open tasks about an isolation, a contact, a look-up, … off the lists: what they were for has happened. */
export const cancelTasksAbout =
  ({ tasks, lookups }: Uses) =>
  async ({ subject, kinds, by, at }: CancelTasksAboutStep): Promise<void> => {
    for (const id of await lookups.openTasksAbout(subject, kinds)) {
      await change(tasks, id, {}, (task) => task.execute({ type: 'CancelTask', by, at: Instant.of(at) }));
    }
  };
