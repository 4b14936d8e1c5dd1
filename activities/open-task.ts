import { District } from '../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../domain/shared-kernel/id.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { taskReason } from '../domain/worklist/task-reason.ts';
import { Task, TASKS, type TaskKind } from '../domain/worklist/task.ts';
import { create } from './change.ts';
import { byProcess } from './step.ts';
import type { Step, Uses } from './uses.ts';

/** `dueAt`: where something outside sets it, such as the law; else what the kind gives. */
export type OpenTaskStep = Step & Readonly<{ kind: TaskKind; reason?: string; dueAt?: string | undefined }>;

/** Puts work for a person on a team's list. `decided`: a person has dealt with it already. */
export const openTask =
  ({ cases, tasks, newId }: Uses) =>
  async (step: OpenTaskStep): Promise<Readonly<{ taskId: string; decided: boolean }>> => {
    const { state } = (await cases.load(step.caseId)).aggregate;
    const task = Task.unopened(taskId(newId()));
    const by = byProcess(step);
    task.execute({
      type: 'OpenTask',
      kind: step.kind,
      caseId: caseId(step.caseId),
      district: District.recorded(state.district),
      dueAt:
        step.dueAt === undefined ? by.at.plusHours(TASKS[step.kind].withinHours) : Instant.of(step.dueAt),
      ...(step.reason === undefined ? {} : { reason: taskReason(step.reason) }),
      ...by,
    });
    for (let again = 0; ; again += 1) {
      const commandId = again === 0 ? step.commandId : `${step.commandId}:again-${again}`;
      const { id } = await create(tasks, task, { commandId });
      const { stage } = (await tasks.load(id)).aggregate.state;
      // Cancelled when its reason was gone; the reason is back.
      if (stage !== 'cancelled') return { taskId: id, decided: stage === 'decided' };
    }
  };
