import type { TaskTerms } from './task.kinds.ts';

const OF_ANY = { levels: 2, needsCase: false } as const;

/** What waits for the investigation team: look-ups, routes and contacts. */
export const INVESTIGATION_TASKS = {
  'look-up-approval': {
    team: 'epidemiological-investigation',
    decisions: ['approve', 'reject'],
    inARole: 'approve',
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'look-up-refused': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'look-up-overdue': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 2,
    withinHours: 12,
    ...OF_ANY,
  },
  /** Who was at a venue is known: to be read before the records are destroyed. */
  'visitors-to-name': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'visits-to-establish': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'investigation-overdue': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 1,
    withinHours: 4,
    ...OF_ANY,
  },
  'contact-grading': {
    team: 'epidemiological-investigation',
    decisions: ['close', 'casual', 'none'],
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'contact-measure': {
    team: 'epidemiological-investigation',
    decisions: ['quarantine', 'watch', 'none'],
    priority: 1,
    withinHours: 12,
    ...OF_ANY,
  },
  'quarantine-test': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 2,
    withinHours: 12,
    ...OF_ANY,
  },
  /** The protocol needs facts to say how a contact is watched: the reason names them. */
  'watch-undecided': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 1,
    withinHours: 4,
    ...OF_ANY,
  },
  'survey-refused': {
    team: 'epidemiological-investigation',
    decisions: ['done'],
    priority: 2,
    withinHours: 24,
    ...OF_ANY,
    levels: 1,
  },
} as const satisfies Readonly<Record<string, TaskTerms>>;
