import { AggregateRoot, type By, type DomainEvent, type Stored } from '../shared-kernel/aggregate-root.ts';
import { assertNever, RuleBroken } from '../shared-kernel/domain-error.ts';
import type { District } from '../shared-kernel/district.ts';
import type { CaseId, TaskId } from '../shared-kernel/id.ts';
import type { Instant } from '../shared-kernel/instant.ts';

/** Why a process waits for a person. */
export type TaskKind =
  | 'no-answer'
  | 'answer-unclear'
  | 'result-overdue'
  | 'inconclusive-result'
  | 'clinician-decision'
  | 'message-undeliverable'
  | 'registration-refused'
  | 'laboratory-refused'
  | 'process-parked';

export type Team = 'patient-management' | 'isolation-management' | 'diagnostic-testing';
export type Decision = 'release' | 'keep' | 'confirm' | 'ruleOut' | 'done';

/** Who has to do it, and what may be decided. A task without a choice offers `done`. */
export const TASKS: Readonly<
  Record<TaskKind, Readonly<{ team: Team; decisions: readonly Decision[]; withinHours: number }>>
> = {
  'no-answer': { team: 'patient-management', decisions: ['done'], withinHours: 12 },
  'answer-unclear': { team: 'patient-management', decisions: ['done'], withinHours: 12 },
  'result-overdue': { team: 'diagnostic-testing', decisions: ['done'], withinHours: 12 },
  'inconclusive-result': { team: 'patient-management', decisions: ['confirm', 'ruleOut'], withinHours: 24 },
  'clinician-decision': { team: 'patient-management', decisions: ['release', 'keep'], withinHours: 24 },
  'message-undeliverable': { team: 'isolation-management', decisions: ['done'], withinHours: 12 },
  'registration-refused': { team: 'diagnostic-testing', decisions: ['done'], withinHours: 12 },
  'process-parked': { team: 'patient-management', decisions: ['done'], withinHours: 4 },
  'laboratory-refused': { team: 'diagnostic-testing', decisions: ['done'], withinHours: 12 },
};

export type OpenTask = By &
  Readonly<{ type: 'OpenTask'; kind: TaskKind; caseId: CaseId; district: District; dueAt: Instant }>;
export type DecideTask = By & Readonly<{ type: 'DecideTask'; decision: Decision }>;
/** The reason for it is gone: the patient answered, the result came, the case ended. */
export type CancelTask = By & Readonly<{ type: 'CancelTask' }>;
export type TaskCommand = OpenTask | DecideTask | CancelTask;

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; caseId: string; kind: TaskKind } & Payload>;
export type TaskOpened = Fact<'TaskOpened', { team: Team; district: string; dueAt: string }>;
export type TaskDecided = Fact<'TaskDecided', { decision: Decision }>;
export type TaskCancelled = Fact<'TaskCancelled'>;
export type TaskEvent = TaskOpened | TaskDecided | TaskCancelled;

export type TaskState = Readonly<{
  stage: 'open' | 'decided' | 'cancelled';
  kind: TaskKind;
  caseId: string;
  team: Team;
  district: string;
  openedAt: string;
  dueAt: string;
  decision?: Decision;
  closedAt?: string;
}>;

/** A piece of work for a person on a team's worklist; its end ends a process's wait. */
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
      default:
        return assertNever(command);
    }
  }

  private open(command: OpenTask): void {
    if (this.stateOrNothing !== undefined) throw new RuleBroken('task/already-open', { taskId: this.id });
    const { at, by, kind, caseId, district, dueAt } = command;
    this.raise({
      type: 'TaskOpened',
      v: 1,
      at: at.toString(),
      by,
      caseId,
      kind,
      team: TASKS[kind].team,
      district: district.code,
      dueAt: dueAt.toString(),
    });
  }

  private decide(command: DecideTask): void {
    const { stage, kind } = this.state;
    if (stage !== 'open') throw new RuleBroken('task/already-closed', { taskId: this.id });
    if (!TASKS[kind].decisions.includes(command.decision)) {
      throw new RuleBroken('task/decision-not-offered', { kind, offered: TASKS[kind].decisions.join('|') });
    }
    this.raise({ ...this.fact('TaskDecided', command), decision: command.decision });
  }

  private fact<Type extends TaskEvent['type']>(type: Type, { at, by }: By) {
    const { caseId, kind } = this.state;
    return { type, v: 1, at: at.toString(), by, caseId, kind } as const;
  }

  protected evolve(state: TaskState | undefined, event: TaskEvent): TaskState {
    if (event.type === 'TaskOpened') {
      const { kind, caseId, team, district, at, dueAt } = event;
      return { stage: 'open', kind, caseId, team, district, openedAt: at, dueAt };
    }
    if (state === undefined) throw new TypeError(`${event.type} before TaskOpened`);
    switch (event.type) {
      case 'TaskDecided':
        return { ...state, stage: 'decided', decision: event.decision, closedAt: event.at };
      case 'TaskCancelled':
        return { ...state, stage: 'cancelled', closedAt: event.at };
    }
  }
}
