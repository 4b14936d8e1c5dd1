import type { Requests } from '../../activities/index.ts';
import type { Words } from '../problem.ts';
import type { TaskListItem } from '../read-models/task-list.ts';
import { todoOf } from '../task-words.ts';

/** A task as the worklist shows it: with what is to be done, what may be decided, and where the next page begins. */
export const taskLine = (
  one: TaskListItem,
  { decisionsOffered }: Pick<Requests, 'decisionsOffered'>,
  language: keyof Words,
) => ({
  ...one,
  todo: todoOf(one.kind, language),
  decisions: decisionsOffered(one.kind),
  cursor: `${one.priority}~${one.level}~${one.dueAt}~${one.taskId}`,
});
