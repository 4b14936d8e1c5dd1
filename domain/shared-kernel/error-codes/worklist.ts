/** Refusals of tasks, and of the staff that they are given to. */
export type WorklistCode =
  | 'task/about-nothing'
  | 'task/already-closed'
  | 'task/already-open'
  | 'task/claimed-by-another'
  | 'task/decision-not-offered'
  | 'task/due-in-the-past'
  | 'task/highest-level'
  | 'task/not-found'
  | 'task/not-overdue'
  | 'task/not-the-next-level'
  | 'task/reason-malformed'
  | 'task/role-needed'
  | 'task/subject-unknown';
