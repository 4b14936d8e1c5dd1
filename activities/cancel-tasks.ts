import type { TaskKind } from '../domain/worklist/task.ts';
import { cancelTask, SETTLED_BY_AN_END } from './cancel-task.ts';
import { byProcess } from './step.ts';
import type { Moment, Uses } from './uses.ts';

/** Duties that outlive the case, and what another process asks. */
const OUTLIVING: readonly TaskKind[] = [
  'registration-refused',
  'registration-overdue',
  'registration-to-withdraw',
  'finding-of-another',
  'contradicting-result',
  'identity-in-doubt',
];
/** What a case's end settles. */
const ENDING_WITH_THE_CASE = SETTLED_BY_AN_END.filter((kind) => !OUTLIVING.includes(kind));

export type CancelTasksStep = Moment & Readonly<{ kinds?: readonly TaskKind[] }>;

/** Takes a case's open tasks off the lists: what they were for has happened. */
export const cancelTasks =
  (uses: Uses) =>
  async (step: CancelTasksStep): Promise<void> => {
    const kinds = step.kinds ?? ENDING_WITH_THE_CASE;
    for (const id of await uses.lookups.openTasksOfCase(step.caseId, kinds))
      await cancelTask(uses, id, byProcess(step));
  };
