import { INVESTIGATION_TASKS } from './investigation-tasks.ts';
import { ISOLATION_TASKS } from './isolation-tasks.ts';
import { TESTING_TASKS } from './testing-tasks.ts';

/** Why a case's process waits for a person. */
export type CaseTaskKind =
  | 'no-answer'
  | 'answer-unclear'
  | 'result-overdue'
  | 'inconclusive-result'
  | 'clinician-decision'
  | 'registration-refused'
  | 'registration-overdue'
  | 'finding-of-another'
  | 'laboratory-refused';

/** Why any process waits for a person: that of a case, an isolation, a contact, a look-up, … */
export type AnyTaskKind =
  | 'identity-in-doubt'
  | 'contradicting-result'
  | 'notice-unproven'
  | 'isolation-call'
  | 'isolation-visit'
  | 'violation-review'
  | 'living-support-amount'
  | 'living-support-facts'
  | 'living-support-approval'
  | 'living-support-recovery'
  | 'payment-failed'
  | 'cover-needed'
  | 'clinic-full'
  | 'kits-low'
  | 'closing-count'
  | 'clinic-not-opened'
  | 'look-up-approval'
  | 'look-up-refused'
  | 'look-up-overdue'
  | 'visits-to-establish'
  | 'investigation-overdue'
  | 'essentials-check'
  | 'address-missing'
  | 'supplies-failed'
  | 'contact-grading'
  | 'contact-measure'
  | 'quarantine-test'
  | 'survey-refused'
  | 'decide-release'
  | 'message-undeliverable'
  | 'message-parked'
  | 'effect-unsettled'
  | 'process-parked';
export type TaskKind = CaseTaskKind | AnyTaskKind;

export type Team =
  'patient-management' | 'isolation-management' | 'diagnostic-testing' | 'epidemiological-investigation';
export type Decision =
  | 'release'
  | 'keep'
  | 'confirm'
  | 'ruleOut'
  | 'done'
  | 'samePerson'
  | 'anotherPerson'
  | 'unknown'
  | 'establish'
  | 'withdraw'
  | 'approve'
  | 'reject'
  | 'orderAgain'
  | 'close'
  | 'casual'
  | 'none'
  | 'quarantine'
  | 'watch'
  | 'payAgain'
  | 'cancel';

/** 1 before 2 before 3. */
export type Priority = 1 | 2 | 3;

/**
 * `levels`: how often it may be escalated. `needsCase`: it cannot be about anything but a case. `inARole`: what is decided
 * in an office only, which the decision names.
 */
export type TaskTerms = Readonly<{
  team: Team;
  decisions: readonly Decision[];
  priority: Priority;
  withinHours: number;
  levels: number;
  needsCase: boolean;
  inARole?: Decision;
}>;

const ofCase = { levels: 2, needsCase: true } as const;
const ofAny = { levels: 2, needsCase: false } as const;
const DONE = ['done'] as const;

/** Who has to do it, and what may be decided. A task without a choice offers `done`. */
export const TASKS: Readonly<Record<TaskKind, TaskTerms>> = {
  ...INVESTIGATION_TASKS,
  ...ISOLATION_TASKS,
  ...TESTING_TASKS,
  'no-answer': { team: 'patient-management', decisions: DONE, priority: 2, withinHours: 12, ...ofCase },
  'answer-unclear': { team: 'patient-management', decisions: DONE, priority: 2, withinHours: 12, ...ofCase },
  'result-overdue': { team: 'diagnostic-testing', decisions: DONE, priority: 2, withinHours: 12, ...ofCase },
  'inconclusive-result': {
    team: 'patient-management',
    decisions: ['confirm', 'ruleOut'],
    priority: 1,
    withinHours: 24,
    ...ofCase,
  },
  'clinician-decision': {
    team: 'patient-management',
    decisions: ['release', 'keep'],
    priority: 1,
    withinHours: 24,
    ...ofCase,
  },
  'registration-refused': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 2,
    withinHours: 12,
    ...ofCase,
  },
  /** The registry cannot be reached within the law's time: the case is told by telephone or fax. */
  'registration-overdue': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofCase,
  },
  /** The finding was somebody else's: that person is found and gets a case. */
  'finding-of-another': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 12,
    ...ofCase,
  },
  'laboratory-refused': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 12,
    ...ofCase,
  },
  'identity-in-doubt': {
    team: 'diagnostic-testing',
    decisions: ['samePerson', 'anotherPerson', 'unknown'],
    priority: 1,
    withinHours: 12,
    ...ofAny,
  },
  'contradicting-result': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 12,
    ...ofAny,
  },
  'decide-release': {
    team: 'patient-management',
    decisions: ['release', 'keep'],
    priority: 1,
    withinHours: 24,
    ...ofAny,
  },
  'message-undeliverable': {
    team: 'isolation-management',
    decisions: DONE,
    priority: 2,
    withinHours: 12,
    ...ofAny,
  },
  'message-parked': { team: 'diagnostic-testing', decisions: DONE, priority: 2, withinHours: 12, ...ofAny },
  'effect-unsettled': {
    team: 'isolation-management',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofAny,
  },
  'process-parked': {
    team: 'patient-management',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofAny,
    levels: 3,
  },
};

/** Each escalation raises it. */
export const priorityOf = ({ kind, level = 0 }: Readonly<{ kind: TaskKind; level?: number }>): Priority =>
  Math.max(1, TASKS[kind].priority - level) as Priority;
