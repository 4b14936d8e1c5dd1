import { taskId } from '../../domain/shared-kernel/id.ts';
import type { OpenTask } from '../../domain/worklist/task.commands.ts';
import { Task } from '../../domain/worklist/task.ts';
import { BULK } from './bulk-uses.ts';

/** One of many tasks that a batch opens together; whoever takes them stores them. */
export function newTask(id: string, asked: Omit<OpenTask, 'type' | 'by'>): Task {
  const task = Task.unopened(taskId(id));
  task.execute({ type: 'OpenTask', by: BULK, ...asked });
  return task;
}
