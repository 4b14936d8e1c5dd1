import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { EscalationReason } from '../../domain/worklist/task.commands.ts';
import { latestAfterEscalation, TASKS, type Task } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { TaskRequest, TaskUses } from './hold-task.ts';

export type EscalateTaskInput = TaskRequest &
  Readonly<{ reason: EscalationReason; dueAt?: string | undefined }>;
/** A process's step: `by` is the process, `at` its time. */
export type EscalateOverdueTaskStep = Readonly<{ taskId: string; commandId: string; by: string; at: string }>;

/** A person sends a task one level up: by when they say, or with the time that is left. */
export const escalateTask =
  ({ tasks, clock }: TaskUses) =>
  async (input: EscalateTaskInput): Promise<Receipt> => {
    const { by, reason } = input;
    const at = Instant.of(await clock.now());
    const asked = input.dueAt === undefined ? undefined : Instant.of(input.dueAt);
    return change(tasks, input.taskId, input, (task) => {
      const { state } = task;
      const dueAt = asked ?? latestAfterEscalation(state, at);
      task.execute({ type: 'EscalateTask', level: (state.level ?? 0) + 1, dueAt, reason, by, at });
    });
  };

/**
 * The time limit of a task has passed: one level up, with as much time again. Quiet when the task is closed, was given
 * more time, or is at its highest level. Answers when to look again, as RFC 3339; nothing when there is no need to.
 */
export const escalateOverdueTask =
  ({ tasks }: Readonly<{ tasks: Repository<Task> }>) =>
  async (step: EscalateOverdueTaskStep): Promise<Readonly<{ dueAt?: string }>> => {
    const at = Instant.of(step.at);
    await change(tasks, step.taskId, { commandId: step.commandId }, (task) => {
      if (!mayRise(task) || at.isBefore(Instant.of(task.state.dueAt))) return;
      const { level = 0 } = task.state;
      const dueAt = latestAfterEscalation(task.state, at);
      task.execute({ type: 'EscalateTask', level: level + 1, dueAt, reason: 'overdue', by: step.by, at });
    });
    const task = (await tasks.load(step.taskId)).aggregate;
    return mayRise(task) ? { dueAt: task.state.dueAt } : {};
  };

function mayRise({ state: { stage, kind, level = 0 } }: Task): boolean {
  return stage === 'open' && level < TASKS[kind].levels;
}
