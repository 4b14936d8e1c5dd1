import { Instant } from '../shared-kernel/instant.ts';
import type { TaskEvent, TaskOpened } from './task.events.ts';
import type { EscalationReason, HandBackReason } from './task.commands.ts';
import { priorityOf, type Decision, type Priority, type TaskKind, type Team } from './task.kinds.ts';
import type { SubjectKind } from './task-subject.ts';

/** Times are RFC 3339. */
export type TaskState = Readonly<{
  stage: 'open' | 'decided' | 'cancelled';
  kind: TaskKind;
  caseId?: string;
  subject?: Readonly<{ kind: SubjectKind; id: string }>;
  team: Team;
  district: string;
  openedAt: string;
  dueAt: string;
  /** Why it was opened, as a code. */
  reason?: string;
  owner?: string;
  /** Why its owner could not keep it, until somebody takes it again. */
  handedBackBecause?: HandBackReason;
  /** 1 before 2 before 3; absent on tasks from before there was one. */
  priority?: Priority;
  /** How often it was escalated, where it was. */
  level?: number;
  /** Why it was sent up last; absent on tasks that were sent up before this was kept. */
  escalatedBecause?: EscalationReason;
  /** The first time limit that passed, once it was escalated after that. */
  overdueSince?: string;
  decision?: Decision;
  /** Who decided it; absent on tasks that were decided before this was kept. */
  decidedBy?: string;
  /** In which office, where that was wanted. */
  role?: string;
  closedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveTask(state: TaskState | undefined, event: TaskEvent): TaskState {
  if (event.type === 'TaskOpened') return opened(event);
  if (state === undefined) throw new TypeError(`${event.type} before TaskOpened`);
  switch (event.type) {
    case 'TaskDecided':
      return {
        ...state,
        stage: 'decided',
        decision: event.decision,
        decidedBy: event.by,
        ...(event.role === undefined ? {} : { role: event.role }),
        closedAt: event.at,
      };
    case 'TaskCancelled':
      return { ...state, stage: 'cancelled', closedAt: event.at };
    case 'TaskClaimed':
    case 'TaskReassigned':
      return { ...unheld(state), owner: event.owner };
    case 'TaskHandedBack':
      return {
        ...unheld(state),
        ...(event.because === undefined ? {} : { handedBackBecause: event.because }),
      };
    case 'TaskRelocated':
      return { ...unheld(state), district: event.to };
    case 'TaskEscalated':
      return {
        ...state,
        level: event.level,
        escalatedBecause: event.reason,
        priority: priorityOf({ kind: state.kind, level: event.level }),
        ...(isOverdue(state, event) ? { overdueSince: state.overdueSince ?? state.dueAt } : {}),
        dueAt: event.dueAt,
      };
  }
}

function unheld(held: TaskState): TaskState {
  const { owner: _owner, handedBackBecause: _because, ...state } = held;
  return state;
}

const isOverdue = ({ dueAt }: TaskState, { at }: TaskEvent): boolean =>
  !Instant.of(at).isBefore(Instant.of(dueAt));

function opened(event: TaskOpened): TaskState {
  const { kind, caseId, subjectKind, subjectId, team, district, at, dueAt, reason } = event;
  return {
    stage: 'open',
    kind,
    ...(caseId === undefined ? {} : { caseId }),
    ...(subjectKind === undefined || subjectId === undefined
      ? {}
      : { subject: { kind: subjectKind, id: subjectId } }),
    team,
    priority: priorityOf({ kind }),
    district,
    openedAt: at,
    dueAt,
    ...(reason === undefined ? {} : { reason }),
  };
}
