import { movesWith } from '../domain/patient-management/hand-over/belongings.ts';
import { District } from '../domain/shared-kernel/district.ts';
import { caseId, taskId } from '../domain/shared-kernel/id.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import { taskReason } from '../domain/worklist/task-reason.ts';
import type { TaskState } from '../domain/worklist/task.state.ts';
import { Task, TASKS, type Decision, type TaskKind } from '../domain/worklist/task.ts';
import { TaskSubject, type SubjectKind } from '../domain/worklist/task-subject.ts';
import { cancelTask } from './cancel-task.ts';
import { create } from './change.ts';
import type { Lookups } from './ports/lookups.ts';
import type { Repository } from './ports/repository.ts';

/** A process's step: `by` is the process, `at` its time. */
export type OpenTaskAboutStep = Readonly<{
  kind: TaskKind;
  subject: Readonly<{ kind: string; id: string }>;
  caseId?: string;
  /** What its subject is about in turn, where the subject is a message. */
  concerns?: SubjectKind;
  reason?: string;
  /** What else was asked about it by these kinds is off the lists: it was asked about what is no longer so. */
  insteadOf?: readonly TaskKind[];
  /** As its process last knew; what has moved with its case since is asked for where it is. */
  district: string;
  /** When the need arose, or the task of an earlier one: whoever decided before, or that, did not decide about it. */
  since?: string | undefined;
  earlier?: string;
  /** Where something else than its kind says until when. */
  dueAt?: string;
  commandId: string;
  by: string;
  at: string;
}>;

export type TaskStanding = Readonly<{ taskId: string; dueAt: string; decision?: Decision }>;

type Opening = Readonly<{
  tasks: Repository<Task>;
  newId: () => string;
  /** Needed where something else is asked instead, or where its subject may have moved. */
  lookups?: Pick<Lookups, 'openTasksAbout' | 'districtOf'> | undefined;
}>;

/**
 * Puts work on a team's list that is about an isolation, a contact, a look-up, … `decision`: a person has dealt with it
 * already. One that was cancelled when its reason was gone, or decided for an earlier need, is opened anew.
 */
export const openTaskAbout =
  ({ tasks, newId, lookups }: Opening) =>
  async (step: OpenTaskAboutStep): Promise<TaskStanding> => {
    const at = Instant.of(step.at);
    const task = Task.unopened(taskId(newId()));
    const about = step.caseId === undefined ? {} : { caseId: caseId(step.caseId) };
    task.execute({
      type: 'OpenTask',
      kind: step.kind,
      subject: TaskSubject.of(step.subject),
      ...about,
      district: District.recorded(await whereItIs(lookups, step)),
      dueAt: step.dueAt === undefined ? at.plusHours(TASKS[step.kind].withinHours) : Instant.of(step.dueAt),
      ...(step.concerns === undefined ? {} : { concerns: step.concerns }),
      ...(step.reason === undefined ? {} : { reason: taskReason(step.reason) }),
      by: step.by,
      at,
    });
    let isOfEarlier = step.earlier !== undefined;
    for (let again = 0; ; again += 1) {
      const commandId = again === 0 ? step.commandId : `${step.commandId}:again-${again}`;
      const { id } = await create(tasks, task, { commandId });
      const { state } = (await tasks.load(id)).aggregate;
      const { stage, dueAt, decision } = state;
      const wasDealtWith = stage === 'decided' && (isOfEarlier || isBeforeTheNeed(state, step));
      if (id === step.earlier) isOfEarlier = false;
      if (stage === 'cancelled' || wasDealtWith) continue;
      await callOffOthers({ tasks, lookups }, step, id);
      return { taskId: id, dueAt, ...(decision === undefined ? {} : { decision }) };
    }
  };

async function whereItIs(lookups: Opening['lookups'], step: OpenTaskAboutStep): Promise<string> {
  const { subject, caseId, concerns, district } = step;
  const whose = movesWith({ kind: subject.kind, caseId, concerns });
  if (lookups === undefined || whose === undefined) return district;
  return lookups.districtOf(whose === 'case' ? { kind: 'case', id: caseId ?? '' } : { ...subject, caseId });
}

async function callOffOthers(
  { tasks, lookups }: Pick<Opening, 'tasks' | 'lookups'>,
  { insteadOf, subject, by, at }: OpenTaskAboutStep,
  taskId: string,
): Promise<void> {
  if (insteadOf === undefined) return;
  const others = (await lookups?.openTasksAbout(TaskSubject.of(subject), insteadOf)) ?? [];
  for (const id of others) {
    if (id === taskId) continue;
    await cancelTask({ tasks }, id, { by, at: Instant.of(at) });
  }
}

const isBeforeTheNeed = ({ closedAt }: TaskState, { since }: Pick<OpenTaskAboutStep, 'since'>): boolean =>
  since !== undefined && closedAt !== undefined && !Instant.of(closedAt).isAfter(Instant.of(since));

/** @throws TypeError while nobody has decided it */
export const decisionOf =
  ({ tasks }: Readonly<{ tasks: Repository<Task> }>) =>
  async (step: Readonly<{ taskId: string }>): Promise<Decision> => {
    const { decision } = (await tasks.load(step.taskId)).aggregate.state;
    if (decision === undefined) throw new TypeError('the task is not decided');
    return decision;
  };
