import { AggregateRoot, type By, type Stored } from '../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../shared-kernel/domain-error.ts';
import type { TaskId } from '../shared-kernel/id.ts';
import { Instant } from '../shared-kernel/instant.ts';
import type {
  DecideTask,
  EscalateTask,
  HandBackTask,
  OpenTask,
  ReassignTask,
  RelocateTask,
  TaskCommand,
} from './task.commands.ts';
import type { TaskEvent } from './task.events.ts';
import { TASKS, type TaskKind, type TaskTerms } from './task.kinds.ts';
import { evolveTask, type TaskState } from './task.state.ts';
import { teamOf } from './teams.ts';

export type { TaskCommand } from './task.commands.ts';
export type { TaskEvent } from './task.events.ts';
export { CALLS, SETTLED_BY_ANSWER, TASKS, type Decision, type TaskKind } from './task.kinds.ts';
export type { TaskState } from './task.state.ts';

/** A piece of work for a person on a team's worklist, with one owner at a time; its end ends a process's wait. */
export class Task extends AggregateRoot<TaskState, TaskCommand, TaskEvent> {
  static unopened(id: TaskId): Task {
    return new Task(id);
  }

  static from(id: TaskId, stored: Stored<TaskState>): Task {
    return new Task(id, stored);
  }

  /** @throws RuleBroken `task/not-found` before it was opened */
  get state(): TaskState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('task/not-found');
    return this.stateOrNothing;
  }

  execute(command: TaskCommand): void {
    switch (command.type) {
      case 'OpenTask':
        return this.open(command);
      case 'DecideTask':
        return this.decide(command);
      case 'CancelTask':
        if (this.state.stage === 'open') this.raise(this.fact('TaskCancelled', command));
        return;
      case 'ClaimTask':
        return this.claim(command);
      case 'HandBackTask':
        return this.handBack(command);
      case 'ReassignTask':
        return this.reassign(command);
      case 'EscalateTask':
        return this.escalate(command);
      case 'RelocateTask':
        return this.relocate(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: TaskState | undefined, event: TaskEvent): TaskState {
    return evolveTask(state, event);
  }

  private open(command: OpenTask): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('task/already-open', { taskId: this.id });
    const { at, by, kind, caseId, subject, district, dueAt, reason, concerns } = command;
    const { needsCase } = TASKS[kind];
    if (caseId === undefined && (needsCase || subject === undefined)) {
      throw new InvalidValue('task/about-nothing', { kind });
    }
    this.raise({
      type: 'TaskOpened',
      v: 1,
      at: at.toString(),
      by,
      ...(caseId === undefined ? {} : { caseId }),
      ...(subject === undefined ? {} : { subjectKind: subject.kind, subjectId: subject.id }),
      kind,
      team: teamOf(kind, concerns ?? subject?.kind),
      district: district.code,
      dueAt: dueAt.toString(),
      ...(reason === undefined ? {} : { reason }),
    });
  }

  private decide(command: DecideTask): void {
    const { kind } = this.needsOpen();
    if (!TASKS[kind].decisions.includes(command.decision)) {
      throw new RuleBroken('task/decision-not-offered', { kind, offered: TASKS[kind].decisions.join('|') });
    }
    this.refuseOtherOwner(command);
    const role = roleOf(kind, command);
    this.raise({ ...this.fact('TaskDecided', command), decision: command.decision, ...role });
  }

  private claim(command: By): void {
    const { owner } = this.needsOpen();
    this.refuseOtherOwner(command);
    if (owner === undefined) this.raise({ ...this.fact('TaskClaimed', command), owner: command.by });
  }

  /** A task that nobody has is back already; so is one that is not any more with who is away. */
  private handBack(command: HandBackTask): void {
    const { owner } = this.needsOpen();
    const { away } = command;
    if (away !== undefined) {
      if (owner !== away.owner) return;
      return this.raise({ ...this.fact('TaskHandedBack', command), owner, because: away.because });
    }
    this.refuseOtherOwner(command);
    if (owner !== undefined) this.raise({ ...this.fact('TaskHandedBack', command), owner });
  }

  private reassign(command: ReassignTask): void {
    const { owner } = this.needsOpen();
    const { to, reason } = command;
    if (owner === to) return;
    const formerOwner = owner === undefined ? {} : { formerOwner: owner };
    this.raise({ ...this.fact('TaskReassigned', command), owner: to, ...formerOwner, reason });
  }

  /**
   * One level at a time, up to the kind's last one. It gives nobody more time: the limit stays or comes earlier, and only one
   * that has passed is set anew, by at most the time of the kind. The owner stays.
   */
  private escalate(command: EscalateTask): void {
    const { kind, level: reached = 0, dueAt: due, owner } = this.needsOpen();
    const { level, dueAt, reason, at } = command;
    if (level === reached && dueAt.toString() === due) return;
    if (level !== reached + 1) throw new RuleBroken('task/not-the-next-level', { level: reached });
    if (level > TASKS[kind].levels) throw new RuleBroken('task/highest-level', { level: reached });
    if (reason === 'overdue' && at.isBefore(Instant.of(due))) {
      throw new RuleBroken('task/not-overdue', { dueAt: due });
    }
    if (!dueAt.isAfter(at)) throw new InvalidValue('task/due-in-the-past');
    const latest = latestAfterEscalation(this.state, at);
    if (dueAt.isAfter(latest)) throw new InvalidValue('task/due-later', { latest: latest.toString() });
    const owned = owner === undefined ? {} : { owner };
    this.raise({
      ...this.fact('TaskEscalated', command),
      level,
      dueAt: dueAt.toString(),
      reason,
      ...owned,
    });
  }

  /** What is closed stays where it was. */
  private relocate(command: RelocateTask): void {
    const { stage, district, owner } = this.state;
    const to = command.to.code;
    if (stage !== 'open' || district === to) return;
    const owned = owner === undefined ? {} : { owner };
    this.raise({ ...this.fact('TaskRelocated', command), from: district, to, ...owned });
  }

  private needsOpen(): TaskState {
    if (this.state.stage !== 'open') throw new RuleBroken('task/already-closed', { taskId: this.id });
    return this.state;
  }

  private refuseOtherOwner({ by }: By): void {
    const { owner } = this.state;
    if (owner !== undefined && owner !== by) throw new RuleBroken('task/claimed-by-another', { owner });
  }

  private fact<Type extends TaskEvent['type']>(type: Type, { at, by }: By) {
    const { caseId, subject, kind } = this.state;
    const about = {
      ...(caseId === undefined ? {} : { caseId }),
      ...(subject === undefined ? {} : { subjectKind: subject.kind, subjectId: subject.id }),
    };
    return { type, v: 1, at: at.toString(), by, ...about, kind } as const;
  }
}

/** What an escalation may give at most: what is left, or the time of the kind once more where none is. */
export function latestAfterEscalation(
  { kind, dueAt }: Pick<TaskState, 'kind' | 'dueAt'>,
  at: Instant,
): Instant {
  const due = Instant.of(dueAt);
  return due.isAfter(at) ? due : at.plusHours(TASKS[kind].withinHours);
}

/** What counts only in an office names it; elsewhere none is kept. */
function roleOf(kind: TaskKind, { decision, role, mayDecide = [] }: DecideTask): Readonly<{ role?: string }> {
  const { inARole }: TaskTerms = TASKS[kind];
  if (inARole !== decision) return {};
  if (role === undefined) {
    throw new InvalidValue('task/role-needed', mayDecide.length === 0 ? {} : { roles: mayDecide.join('|') });
  }
  return { role };
}
