import type { TaskTerms } from './task.kinds.ts';

/** 내보내기 */
export const EXPORT_TASKS = {
  /** Somebody asks to take out who people are: another person, who leads there, decides. */
  'export-approval': {
    team: 'of its subject',
    decisions: ['approve', 'reject'],
    priority: 2,
    withinHours: 24,
    levels: 1,
    needsCase: false,
  },
} as const satisfies Readonly<Record<string, TaskTerms>>;
