/** Refusals of isolations and supplies. */
export type IsolationManagementCode =
  'isolation/already-ended' | 'isolation/already-ordered' | 'isolation/not-found' | 'isolation/still-running';
