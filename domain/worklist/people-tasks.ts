import type { TaskTerms } from './task.kinds.ts';

/** What the register of people asks of people. */
export const PEOPLE_TASKS = {
  /** Somebody who was reported may be somebody who is known: its subject and its reason name the two records. */
  'person-alike': {
    team: 'patient-management',
    decisions: ['samePerson', 'anotherPerson'],
    priority: 2,
    withinHours: 24,
    levels: 2,
    needsCase: false,
  },
} as const satisfies Readonly<Record<string, TaskTerms>>;
