import type { TaskKind } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import { byProcess } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';

export type CancelTasksStep = Moment & Readonly<{ kinds?: readonly TaskKind[] }>;

/** Takes a case's open tasks off the lists: what they were for has happened. */
export const cancelTasks =
  ({ tasks, lookups }: Uses) =>
  async (step: CancelTasksStep): Promise<void> => {
    for (const id of await lookups.openTasksOfCase(step.caseId, step.kinds)) {
      await change(tasks, id, {}, (task) => task.execute({ type: 'CancelTask', ...byProcess(step) }));
    }
  };
