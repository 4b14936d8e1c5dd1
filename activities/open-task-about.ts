import { District } from '../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../domain/shared-kernel/id.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { taskReason } from '../domain/worklist/task-reason.ts';
import { Task, TASKS, type Decision, type TaskKind } from '../domain/worklist/task.ts';
import { TaskSubject } from '../domain/worklist/task-subject.ts';
import { create } from './change.ts';
import type { Repository } from './ports/repository.ts';

/** A process's step: `by` is the process, `at` its time. */
export type OpenTaskAboutStep = Readonly<{
  kind: TaskKind;
  subject: Readonly<{ kind: string; id: string }>;
  caseId?: string;
  reason?: string;
  district: string;
  commandId: string;
  by: string;
  at: string;
}>;

export type TaskStanding = Readonly<{ taskId: string; dueAt: string; decision?: Decision }>;

/**
 * Puts work on a team's list that is about an isolation, a contact, a look-up, … `decision`: a person has dealt with it
 * already. One that was cancelled when its reason was gone is opened anew: the reason is back.
 */
export const openTaskAbout =
  ({ tasks, newId }: Readonly<{ tasks: Repository<Task>; newId: () => string }>) =>
  async (step: OpenTaskAboutStep): Promise<TaskStanding> => {
    const at = Instant.of(step.at);
    const task = Task.unopened(taskId(newId()));
    const about = step.caseId === undefined ? {} : { caseId: caseId(step.caseId) };
    task.execute({
      type: 'OpenTask',
      kind: step.kind,
      subject: TaskSubject.of(step.subject),
      ...about,
      district: District.of(step.district),
      dueAt: at.plusHours(TASKS[step.kind].withinHours),
      ...(step.reason === undefined ? {} : { reason: taskReason(step.reason) }),
      by: step.by,
      at,
    });
    for (let again = 0; ; again += 1) {
      const commandId = again === 0 ? step.commandId : `${step.commandId}:again-${again}`;
      const { id } = await create(tasks, task, { commandId });
      const { stage, dueAt, decision } = (await tasks.load(id)).aggregate.state;
      if (stage !== 'cancelled')
        return { taskId: id, dueAt, ...(decision === undefined ? {} : { decision }) };
    }
  };

/** @throws TypeError while nobody has decided it */
export const decisionOf =
  ({ tasks }: Readonly<{ tasks: Repository<Task> }>) =>
  async (step: Readonly<{ taskId: string }>): Promise<Decision> => {
    const { decision } = (await tasks.load(step.taskId)).aggregate.state;
    if (decision === undefined) throw new TypeError('the task is not decided');
    return decision;
  };
