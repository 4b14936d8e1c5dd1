/** Refusals of tasks. */
export type WorklistCode =
  'task/already-closed' | 'task/already-open' | 'task/decision-not-offered' | 'task/not-found';
