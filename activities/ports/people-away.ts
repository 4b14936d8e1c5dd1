import type { HandBackReason } from '../../domain/worklist/task.commands.ts';

export type HeldTask = Readonly<{ taskId: string; staffId: string }>;
/** `since`: from when on they are away (RFC 3339). `because`: as of a task that is taken from them. */
export type OfficerAway = Readonly<{
  staffId: string;
  district: string;
  because: HandBackReason;
  since: string;
}>;

/** Who is away at that moment (RFC 3339), and what they leave behind. */
export interface PeopleAway {
  /** Open tasks of theirs. */
  heldTasks(at: string, limit: number): Promise<readonly HeldTask[]>;
  /** By district: whose isolations run without them, of which no task has told since they went. */
  officersUntold(at: string, limit: number): Promise<readonly OfficerAway[]>;
  /** Open tasks about officers who are back, or of whom no isolation of the district runs any more. */
  officerTasksNotNeeded(at: string, limit: number): Promise<readonly string[]>;
}
