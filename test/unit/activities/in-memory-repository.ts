import {
  CommandHandledBefore,
  type CommandIdentity,
  type HandledCommand,
  type Receipt,
  type Repository,
} from '../../../activities/ports/repository.ts';
import { NotFound, StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';
import type { Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { Task, type TaskEvent, type TaskState } from '../../../domain/worklist/task.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';

/** Tasks in memory, with the promises of the repository's port. `beforeSave` is where a rival gets in between. */
export function tasksInMemory() {
  const rows = new Map<string, Stored<TaskState>>();
  const commands = new Map<string, HandledCommand>();
  const events: TaskEvent[] = [];
  const seen = { loads: 0, saves: 0 };
  const hooks: { beforeSave?: () => void } = {};

  const write = (task: Task, identity: CommandIdentity = {}, receipt?: Receipt): void => {
    const { commandId, fingerprint } = identity;
    const handled = commandId === undefined ? undefined : commands.get(commandId);
    if (handled !== undefined) throw new CommandHandledBefore(handled);
    if ((rows.get(task.id)?.version ?? 0) !== task.versionBefore) throw new StaleAggregate();
    rows.set(task.id, { state: task.state, version: task.version });
    events.push(...task.news);
    if (commandId !== undefined && receipt !== undefined) {
      commands.set(commandId, { fingerprint: fingerprint ?? null, receipt });
    }
  };
  const read = (id: string): Task => {
    const row = rows.get(id);
    if (row === undefined) throw new NotFound('task/not-found');
    return Task.from(taskId(id), row);
  };

  const repository: Repository<Task> = {
    load(id, commandId) {
      seen.loads += 1;
      const handled = commandId === undefined ? undefined : commands.get(commandId);
      return Promise.resolve().then(() => ({
        aggregate: read(id),
        ...(handled === undefined ? {} : { handled }),
      }));
    },
    save(task, identity, receipt) {
      return Promise.resolve().then(() => {
        hooks.beforeSave?.();
        seen.saves += 1;
        write(task, identity, receipt);
      });
    },
  };
  return { repository, read, write, events, seen, hooks };
}
