import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Decision } from '../../domain/worklist/task.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type DecideTaskInput = Request & Readonly<{ taskId: string; decision: Decision }>;

/** A person has done or decided a task; the process that waits for it goes on. */
export const decideTask =
  ({ tasks, clock }: Uses) =>
  async (input: DecideTaskInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const { by, decision } = input;
    return change(tasks, input.taskId, input, (task) =>
      task.execute({ type: 'DecideTask', decision, by, at }),
    );
  };
