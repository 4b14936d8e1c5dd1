import type { DomainEvent } from '../shared-kernel/aggregate-root.ts';
import type { EscalationReason, HandBackReason, ReassignmentReason } from './task.commands.ts';
import type { Decision, TaskKind, Team } from './task.kinds.ts';
import type { SubjectKind } from './task-subject.ts';

/** What it is about: a case, a subject, or both. */
type About = Readonly<{ caseId?: string; subjectKind?: SubjectKind; subjectId?: string }>;

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; kind: TaskKind } & About & Payload>;
export type TaskOpened = Fact<'TaskOpened', { team: Team; district: string; dueAt: string; reason?: string }>;
export type TaskDecided = Fact<'TaskDecided', { decision: Decision; role?: string }>;
export type TaskCancelled = Fact<'TaskCancelled'>;
export type TaskClaimed = Fact<'TaskClaimed', { owner: string }>;
/** `owner` had it; `because`: they were away. */
export type TaskHandedBack = Fact<'TaskHandedBack', { owner: string; because?: HandBackReason }>;
/** From `formerOwner`, if there was one, to `owner`. */
export type TaskReassigned = Fact<
  'TaskReassigned',
  { owner: string; formerOwner?: string; reason: ReassignmentReason }
>;
export type TaskEscalated = Fact<
  'TaskEscalated',
  { level: number; dueAt: string; reason: EscalationReason; owner?: string }
>;
/** `owner` had it in the district before. */
export type TaskRelocated = Fact<'TaskRelocated', { from: string; to: string; owner?: string }>;
export type TaskEvent =
  | TaskOpened
  | TaskDecided
  | TaskCancelled
  | TaskClaimed
  | TaskHandedBack
  | TaskReassigned
  | TaskEscalated
  | TaskRelocated;
