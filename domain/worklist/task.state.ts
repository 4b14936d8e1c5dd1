import type { TaskEvent, TaskOpened } from './task.events.ts';
import type { Decision, TaskKind, Team } from './task.kinds.ts';
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
  owner?: string;
  /** How often it was escalated, where it was. */
  level?: number;
  decision?: Decision;
  closedAt?: string;
}>;

/** Folds one fact into the state. */
export function evolveTask(state: TaskState | undefined, event: TaskEvent): TaskState {
  if (event.type === 'TaskOpened') return opened(event);
  if (state === undefined) throw new TypeError(`${event.type} before TaskOpened`);
  switch (event.type) {
    case 'TaskDecided':
      return { ...state, stage: 'decided', decision: event.decision, closedAt: event.at };
    case 'TaskCancelled':
      return { ...state, stage: 'cancelled', closedAt: event.at };
    case 'TaskClaimed':
    case 'TaskReassigned':
      return { ...state, owner: event.owner };
    case 'TaskHandedBack': {
      const { owner: _former, ...unowned } = state;
      return unowned;
    }
    case 'TaskEscalated':
      return { ...state, level: event.level, dueAt: event.dueAt };
  }
}

function opened({ kind, caseId, subjectKind, subjectId, team, district, at, dueAt }: TaskOpened): TaskState {
  return {
    stage: 'open',
    kind,
    ...(caseId === undefined ? {} : { caseId }),
    ...(subjectKind === undefined || subjectId === undefined
      ? {}
      : { subject: { kind: subjectKind, id: subjectId } }),
    team,
    district,
    openedAt: at,
    dueAt,
  };
}
