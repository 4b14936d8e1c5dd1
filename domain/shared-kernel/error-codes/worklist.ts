/** Refusals of tasks, of the staff that they are given to, and of the filters of their lists. */
export type WorklistCode =
  | 'saved-filter/name-taken'
  | 'saved-filter/not-found'
  | 'saved-filter/too-many'
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
