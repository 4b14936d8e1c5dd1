import type { TaskTerms } from './task.kinds.ts';

const OF_ANY = { team: 'isolation-management', levels: 2, needsCase: false } as const;

/** What waits for the isolation-management team. */
export const ISOLATION_TASKS = {
  'notice-unproven': { decisions: ['done'], priority: 1, withinHours: 12, ...OF_ANY },
  'isolation-call': { decisions: ['done'], priority: 2, withinHours: 4, ...OF_ANY },
  'isolation-visit': { decisions: ['done'], priority: 1, withinHours: 4, ...OF_ANY },
  'violation-review': { decisions: ['establish', 'withdraw'], priority: 1, withinHours: 24, ...OF_ANY },
  /** The named officer of isolations that run in the district is away: the reason names the account. */
  'officer-absent': { decisions: ['done'], priority: 2, withinHours: 12, ...OF_ANY },
  'essentials-check': { decisions: ['done'], priority: 2, withinHours: 12, ...OF_ANY },
  'address-missing': { decisions: ['done'], priority: 2, withinHours: 12, ...OF_ANY },
  /** Of one that was given up before: its money has come back, or does not any more. */
  'parcel-arrived-late': { decisions: ['done'], priority: 2, withinHours: 24, ...OF_ANY },
  'supplies-failed': { decisions: ['orderAgain', 'cancel'], priority: 1, withinHours: 12, ...OF_ANY },
} as const satisfies Readonly<Record<string, TaskTerms>>;
