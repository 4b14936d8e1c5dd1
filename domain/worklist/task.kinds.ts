import { EXPORT_TASKS } from './export-tasks.ts';
import { HAND_OVER_TASKS } from './hand-over-tasks.ts';
import { INVESTIGATION_TASKS } from './investigation-tasks.ts';
import { ISOLATION_TASKS } from './isolation-tasks.ts';
import { PEOPLE_TASKS } from './people-tasks.ts';
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
  | 'registration-to-withdraw'
  | 'finding-of-another'
  | 'laboratory-refused'
  | 'tier-undecided';

/** Why any process waits for a person: that of a case, an isolation, a contact, a look-up, … */
export type AnyTaskKind =
  | 'identity-in-doubt'
  | 'contradicting-result'
  | 'notice-unproven'
  | 'isolation-call'
  | 'isolation-visit'
  | 'officer-absent'
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
  | 'visitors-to-name'
  | 'visits-to-establish'
  | 'investigation-overdue'
  | 'essentials-check'
  | 'address-missing'
  | 'supplies-failed'
  | 'parcel-arrived-late'
  | 'contact-grading'
  | 'contact-measure'
  | 'quarantine-test'
  | 'watch-undecided'
  | 'survey-refused'
  | 'protocol-choice'
  | 'hand-over-offered'
  | 'hand-over-returned'
  | 'monitoring-call'
  | 'monitoring-visit'
  | 'message-undeliverable'
  | 'message-parked'
  | 'effect-unsettled'
  | 'webhook-undelivered'
  | keyof typeof PEOPLE_TASKS
  | 'export-approval'
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
  | 'cancel'
  | 'accept';

/** 1 before 2 before 3. */
export type Priority = 1 | 2 | 3;

/**
 * `levels`: how often it may be escalated. `needsCase`: it cannot be about anything but a case. `inARole`: what is decided
 * in an office only, which the decision names.
 */
export type TaskTerms = Readonly<{
  /** `of its subject`: of whoever keeps the aggregate that it is about. */
  team: Team | 'of its subject';
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
  ...EXPORT_TASKS,
  ...HAND_OVER_TASKS,
  ...INVESTIGATION_TASKS,
  ...ISOLATION_TASKS,
  ...PEOPLE_TASKS,
  ...TESTING_TASKS,
  'no-answer': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 12, ...ofCase },
  /** A text that nobody could place or read: what it says is for whoever keeps the case or the contact. */
  'answer-unclear': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 12, ...ofCase },
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
  /** The registry has not taken the case while the law's time runs out: it is told by telephone or fax. Due by the law. */
  'registration-overdue': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofCase,
  },
  /** The registry has a case whose diagnosis was withdrawn: it is taken back there. */
  'registration-to-withdraw': {
    team: 'diagnostic-testing',
    decisions: DONE,
    priority: 1,
    withinHours: 12,
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
  /** Facts are missing for the tier of home treatment, or the patient fits none: the reason says which. */
  'tier-undecided': { team: 'patient-management', decisions: DONE, priority: 1, withinHours: 4, ...ofCase },
  /** A check by telephone or at the door is due. The answer, not the decision, is what it is for. */
  'monitoring-call': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 4, ...ofAny },
  'monitoring-visit': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 4, ...ofAny },
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
  /** Applied by the case's own command, which says why and closes the task; decided only where the older rules stay. */
  'protocol-choice': {
    team: 'patient-management',
    decisions: ['keep'],
    priority: 2,
    withinHours: 24,
    ...ofAny,
  },
  'message-undeliverable': {
    team: 'of its subject',
    decisions: DONE,
    priority: 2,
    withinHours: 12,
    ...ofAny,
  },
  'message-parked': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 12, ...ofAny },
  'effect-unsettled': {
    team: 'of its subject',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofAny,
  },
  'webhook-undelivered': { team: 'of its subject', decisions: DONE, priority: 2, withinHours: 24, ...ofAny },
  'process-parked': {
    team: 'of its subject',
    decisions: DONE,
    priority: 1,
    withinHours: 4,
    ...ofAny,
    levels: 3,
  },
};

/** How a check that is no message is done, as a task. */
export const CALLS = { telephone: 'monitoring-call', visit: 'monitoring-visit' } as const;
/** What nobody has to do any more about a patient or a contact who has said how they are. */
export const SETTLED_BY_ANSWER: readonly TaskKind[] = [
  ...Object.values(CALLS),
  'no-answer',
  'answer-unclear',
];

/** Each escalation raises it. */
export const priorityOf = ({ kind, level = 0 }: Readonly<{ kind: TaskKind; level?: number }>): Priority =>
  Math.max(1, TASKS[kind].priority - level) as Priority;
