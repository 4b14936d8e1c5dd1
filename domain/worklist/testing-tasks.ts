import type { TaskTerms } from './task.kinds.ts';

const ofTesting = { team: 'diagnostic-testing', decisions: ['done'], levels: 2, needsCase: false } as const;

/** What living support and the clinics ask of the testing team. */
export const TESTING_TASKS = {
  'living-support-amount': { ...ofTesting, priority: 3, withinHours: 72, levels: 1 },
  'living-support-facts': { ...ofTesting, priority: 3, withinHours: 72, levels: 1 },
  'living-support-approval': { ...ofTesting, decisions: ['approve', 'reject'], priority: 3, withinHours: 72 },
  'living-support-recovery': { ...ofTesting, priority: 3, withinHours: 720 },
  'payment-failed': { ...ofTesting, decisions: ['payAgain', 'reject'], priority: 2, withinHours: 24 },
  'cover-needed': { ...ofTesting, priority: 1, withinHours: 2 },
  'clinic-full': { ...ofTesting, priority: 2, withinHours: 4 },
  'kits-low': { ...ofTesting, priority: 2, withinHours: 12 },
  'closing-count': { ...ofTesting, priority: 2, withinHours: 12 },
  'clinic-not-opened': { ...ofTesting, priority: 1, withinHours: 2 },
} as const satisfies Readonly<Record<string, TaskTerms>>;
