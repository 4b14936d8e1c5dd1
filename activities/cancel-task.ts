import type { By } from '../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { TASKS, type TaskKind } from '../domain/worklist/task.ts';
import { change } from './change.ts';
import type { Uses } from './uses.ts';

/** What somebody wrote that nobody has read, and what is to be cleared up with a supplier. */
const NOT_SETTLED: readonly TaskKind[] = ['answer-unclear', 'parcel-arrived-late'];

/** What the end of what a task is about settles. */
export const SETTLED_BY_AN_END = (Object.keys(TASKS) as TaskKind[]).filter(
  (kind) => !NOT_SETTLED.includes(kind),
);

/** Takes a task off the lists: what it was for has happened, or nobody needs it any more. One that is closed stays. */
export async function cancelTask({ tasks }: Pick<Uses, 'tasks'>, taskId: string, by: By): Promise<void> {
  await change(tasks, taskId, {}, (task) => task.execute({ type: 'CancelTask', ...by }));
}

/** Who and when, of what the minute's upkeep does. */
export const byUpkeep = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:upkeep',
  at: Instant.of(at),
});
