import type { TaskTerms } from './task.kinds.ts';

/** What lists that are handed in ask of people. */
export const LIST_TASKS = {
  /** A row may be somebody who is known: its reason names the line and the person. */
  'import-doubtful': {
    team: 'patient-management',
    decisions: ['samePerson', 'anotherPerson'],
    priority: 2,
    withinHours: 24,
    levels: 2,
    needsCase: false,
  },
} as const satisfies Readonly<Record<string, TaskTerms>>;
