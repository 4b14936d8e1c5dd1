import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import type { ReassignmentReason } from '../../domain/worklist/task.commands.ts';
import type { Task, TaskCommand } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import { refuseAway, type AccountUses } from './account-records.ts';

export type TaskUses = Readonly<{ tasks: Repository<Task>; clock: Clock }>;
type HoldingUses = TaskUses & AccountUses;
export type TaskRequest = Request & Readonly<{ taskId: string }>;
export type ReassignTaskInput = TaskRequest & Readonly<{ staffId: string; reason: ReassignmentReason }>;

const command =
  <Input extends TaskRequest>(
    make: (input: Input, by: By) => TaskCommand,
    holder: (input: Input) => string | undefined,
  ) =>
  (uses: HoldingUses) =>
  async (input: Input): Promise<Receipt> => {
    const at = Instant.of(await uses.clock.now());
    const asked = make(input, { by: input.by, at });
    return change(uses.tasks, input.taskId, input, async (task) => {
      task.execute(asked);
      const held = holder(input);
      if (held !== undefined) await refuseAway(uses, held, at);
    });
  };

/** Who works on a task: taken, given back, given to somebody else. Nobody has one who is away. */
export const claimTask = command<TaskRequest>(
  (_input, by) => ({ type: 'ClaimTask', ...by }),
  ({ by }) => by,
);

export const handBackTask = command<TaskRequest>(
  (_input, by) => ({ type: 'HandBackTask', ...by }),
  () => undefined,
);

/** From whoever was given it by mistake. */
export const takeBackTask = command<TaskRequest & Readonly<{ owner: string }>>(
  ({ owner }, by) => ({
    type: 'HandBackTask',
    away: { owner: staffId(owner), because: 'assignment-undone' },
    ...by,
  }),
  () => undefined,
);

export const reassignTask = command<ReassignTaskInput>(
  (input, by) => ({ type: 'ReassignTask', to: staffId(input.staffId), reason: input.reason, ...by }),
  (input) => input.staffId,
);
