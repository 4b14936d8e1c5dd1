import type { By } from '../shared-kernel/aggregate-root.ts';
import type { District } from '../shared-kernel/district.ts';
import type { CaseId } from '../shared-kernel/id.ts';
import type { Instant } from '../shared-kernel/instant.ts';
import type { StaffId } from '../shared-kernel/staff-id.ts';
import type { Decision, TaskKind } from './task.kinds.ts';
import type { TaskReason } from './task-reason.ts';
import type { SubjectKind, TaskSubject } from './task-subject.ts';

type About = Readonly<{ kind: TaskKind; caseId?: CaseId; subject?: TaskSubject }>;

/**
 * Refused without a case where `TASKS` says so; elsewhere a subject may stand for it. `concerns`: what a message that is its
 * subject tells about, which says on whose list it is.
 */
export type OpenTask = By &
  Readonly<{
    type: 'OpenTask';
    district: District;
    dueAt: Instant;
    reason?: TaskReason;
    concerns?: SubjectKind;
  }> &
  About;
/** `role`: in which office somebody decides, where the kind wants that on record. `mayDecide`: which offices may. */
export type DecideTask = By &
  Readonly<{ type: 'DecideTask'; decision: Decision; role?: string; mayDecide?: readonly string[] }>;
/** The reason for it is gone: the patient answered, the result came, the case ended. */
export type CancelTask = By & Readonly<{ type: 'CancelTask' }>;
/** Whoever asks takes it. */
export type ClaimTask = By & Readonly<{ type: 'ClaimTask' }>;
/** Why a task is taken from somebody: they cannot see to it, or were given it by mistake. */
export type HandBackReason = 'absence' | 'access-revoked' | 'assignment-undone';
/** By its owner; or in the place of one who is away, or should never have had it. */
export type HandBackTask = By &
  Readonly<{ type: 'HandBackTask'; away?: Readonly<{ owner: StaffId; because: HandBackReason }> }>;
export type ReassignmentReason = 'absence' | 'workload' | 'skill';
export type ReassignTask = By & Readonly<{ type: 'ReassignTask'; to: StaffId; reason: ReassignmentReason }>;
/** What it is about is another district's now: it lies on their list, and nobody has taken it there. */
export type RelocateTask = By & Readonly<{ type: 'RelocateTask'; to: District }>;
/** `overdue` is for everybody once it is; the others are a supervisor's. */
export type EscalationReason = 'overdue' | 'person-at-risk' | 'beyond-authority';
/** `level` is the one to reach, counted from 1; told again it is quiet. */
export type EscalateTask = By &
  Readonly<{ type: 'EscalateTask'; level: number; dueAt: Instant; reason: EscalationReason }>;

export type TaskCommand =
  OpenTask | DecideTask | CancelTask | ClaimTask | HandBackTask | ReassignTask | EscalateTask | RelocateTask;
