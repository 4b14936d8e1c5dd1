import type { Place } from '../../activities/ports/lookups.ts';
import type { TaskKind } from '../../domain/worklist/task.kinds.ts';
import type { Action } from './matrix.ts';
import { mayEver, type Staff } from './staff.ts';

/**
 * What a decision settles takes the right that settling it takes elsewhere, and that something is entered the right to enter
 * it. The other kinds only say that something is done: whoever works on tasks may.
 */
const RIGHTS: Readonly<Partial<Record<TaskKind, Action>>> = {
  'inconclusive-result': 'case:turn',
  'clinician-decision': 'case:turn',
  'protocol-choice': 'case:turn',
  'identity-in-doubt': 'case:doubt',
  'import-doubtful': 'person:merge',
  'person-alike': 'person:merge',
  'hand-over-offered': 'case:hand-over',
  'violation-review': 'isolation:handle',
  'supplies-failed': 'supplies:handle',
  'essentials-check': 'supplies:handle',
  'contact-grading': 'contact:trace',
  'contact-measure': 'contact:trace',
  'look-up-approval': 'look-up:approve',
  'export-approval': 'export:approve',
  'living-support-approval': 'living-support:approve',
  'living-support-amount': 'living-support:handle',
  'living-support-facts': 'living-support:handle',
  'payment-failed': 'living-support:handle',
};

/** The right that deciding a task of that kind takes, beside that of working on tasks. */
export const rightToDecide = (kind: string): Action | undefined =>
  Object.hasOwn(RIGHTS, kind) ? RIGHTS[kind as TaskKind] : undefined;

/** The kinds that somebody may decide nowhere. */
export const kindsBarredTo = (staff: Staff): readonly string[] =>
  Object.entries(RIGHTS).flatMap(([kind, action]) => (mayEver(staff, action) ? [] : [kind]));

/** The same of the task that is there: who may never decide it does not hold it either. */
export const decidable = ({ taskKind }: Place): Action | undefined =>
  taskKind === undefined ? undefined : rightToDecide(taskKind);
