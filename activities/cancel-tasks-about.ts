import { Instant } from '../domain/shared-kernel/instant.ts';
import type { SubjectKind } from '../domain/worklist/task-subject.ts';
import type { TaskKind } from '../domain/worklist/task.ts';
import { cancelTask, SETTLED_BY_AN_END } from './cancel-task.ts';
import type { Uses } from './uses.ts';

export type CancelTasksAboutStep = Readonly<{
  subject: Readonly<{ kind: SubjectKind; id: string }>;
  kinds?: readonly TaskKind[];
  /** Only those that were opened by a command whose id begins with one of these. */
  openedAs?: readonly string[];
  by: string;
  at: string;
}>;

/** Takes open tasks about an isolation, a contact, a look-up, … off the lists: what they were for has happened. */
export const cancelTasksAbout =
  (uses: Uses) =>
  async ({ subject, kinds, openedAs, by, at }: CancelTasksAboutStep): Promise<void> => {
    for (const id of await uses.lookups.openTasksAbout(subject, kinds ?? SETTLED_BY_AN_END, openedAs))
      await cancelTask(uses, id, { by, at: Instant.of(at) });
  };
