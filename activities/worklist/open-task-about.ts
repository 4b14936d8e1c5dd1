import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { AnyTaskKind } from '../../domain/worklist/task.kinds.ts';
import { Task, TASKS } from '../../domain/worklist/task.ts';
import { TaskSubject } from '../../domain/worklist/task-subject.ts';
import { create } from '../change.ts';
import type { Repository } from '../ports/repository.ts';

/** A process's step: `by` is the process, `at` its time. */
export type OpenTaskAboutStep = Readonly<{
  kind: AnyTaskKind;
  subject: Readonly<{ kind: string; id: string }>;
  caseId?: string;
  district: string;
  commandId: string;
  by: string;
  at: string;
}>;

/** Puts work on a team's list that is about an isolation, a contact, a look-up, … `decided`: dealt with already. */
export const openTaskAbout =
  ({ tasks, newId }: Readonly<{ tasks: Repository<Task>; newId: () => string }>) =>
  async (step: OpenTaskAboutStep): Promise<Readonly<{ taskId: string; decided: boolean; dueAt: string }>> => {
    const at = Instant.of(step.at);
    const task = Task.unopened(taskId(newId()));
    task.execute({
      type: 'OpenTask',
      kind: step.kind,
      subject: TaskSubject.of(step.subject),
      ...(step.caseId === undefined ? {} : { caseId: caseId(step.caseId) }),
      district: District.of(step.district),
      dueAt: at.plusHours(TASKS[step.kind].withinHours),
      by: step.by,
      at,
    });
    const { id } = await create(tasks, task, { commandId: step.commandId });
    const { stage, dueAt } = (await tasks.load(id)).aggregate.state;
    return { taskId: id, decided: stage === 'decided', dueAt };
  };
