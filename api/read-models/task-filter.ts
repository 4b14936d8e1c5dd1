/** The place of a task on the list; the next page begins after it. */
export type TaskCursor = Readonly<{ priority: number; level: number; dueAt: string; taskId: string }>;

/** Of several values of one field any; of several fields all. */
export type TaskFilter = Readonly<{
  caseId?: string | undefined;
  subject?: string | undefined;
  subjectKind?: readonly string[] | undefined;
  team?: readonly string[] | undefined;
  district?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  exceptKind?: readonly string[] | undefined;
  /** Members of staff; `none` for what nobody has taken. */
  owner?: readonly string[] | undefined;
  /** Sent up at least once, or never. */
  escalated?: boolean | undefined;
  /** The time limit has passed, or has not. */
  overdue?: boolean | undefined;
  priority?: readonly number[] | undefined;
  dueBefore?: string | undefined;
  openedAfter?: string | undefined;
}>;
export type TaskPage = TaskFilter & Readonly<{ limit: number; cursor?: TaskCursor | undefined }>;

export const NOBODY = 'none';
