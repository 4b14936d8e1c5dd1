import { TASKS, type Decision, type TaskKind } from '../../domain/worklist/task.ts';

/** What may be decided on a task of that kind. One that is no longer known offers nothing. */
export const decisionsOffered = (kind: string): readonly Decision[] =>
  Object.hasOwn(TASKS, kind) ? TASKS[kind as TaskKind].decisions : [];
