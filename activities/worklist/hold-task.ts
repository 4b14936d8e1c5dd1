import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import type { ReassignmentReason } from '../../domain/worklist/task.commands.ts';
import type { Task, TaskCommand } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type TaskUses = Readonly<{ tasks: Repository<Task>; clock: Clock }>;
export type TaskRequest = Request & Readonly<{ taskId: string }>;
export type ReassignTaskInput = TaskRequest & Readonly<{ staffId: string; reason: ReassignmentReason }>;

const command =
  <Input extends TaskRequest>(make: (input: Input, by: By) => TaskCommand) =>
  ({ tasks, clock }: TaskUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(tasks, input.taskId, input, (task) => task.execute(asked));
  };

/** Who works on a task: taken, given back, given to somebody else. */
export const claimTask = command<TaskRequest>((_input, by) => ({ type: 'ClaimTask', ...by }));

export const handBackTask = command<TaskRequest>((_input, by) => ({ type: 'HandBackTask', ...by }));

export const reassignTask = command<ReassignTaskInput>((input, by) => ({
  type: 'ReassignTask',
  to: staffId(input.staffId),
  reason: input.reason,
  ...by,
}));
