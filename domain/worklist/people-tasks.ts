import type { TaskTerms } from './task.kinds.ts';

const ARE_THEY_ONE = {
  team: 'patient-management',
  decisions: ['samePerson', 'anotherPerson'],
  priority: 2,
  withinHours: 24,
  levels: 2,
  needsCase: false,
} as const;

/** What the register of people asks of people. */
export const PEOPLE_TASKS = {
  /** A row of a list may be somebody who is known: its reason names the line and the person. */
  'import-doubtful': ARE_THEY_ONE,
  /** Somebody who was reported may be somebody who is known: its subject and its reason name the two records. */
  'person-alike': ARE_THEY_ONE,
} as const satisfies Readonly<Record<string, TaskTerms>>;
