import { TASKS, type TaskKind } from '../../../domain/worklist/task.kinds.ts';
import type { Story } from './story.ts';

/**
 * Closing these alone moves nothing: the person is called, the fact or the amount is told, the visit is established, the
 * office in which a look-up is approved is named. What is overdue stays so.
 */
const NOT_BY_DECISION = [
  'no-answer',
  'living-support-facts',
  'living-support-amount',
  'essentials-check',
  'look-up-approval',
  'visits-to-establish',
  'survey-refused',
  'investigation-overdue',
];

export const isForStaff = (kind: string): boolean => !NOT_BY_DECISION.includes(kind);

/** How staff decide what lands on their worklist, so that every story comes to its end. */
export function drawTask(kind: string, story: Story): string {
  if (kind === 'inconclusive-result') return story.specimen === 'POS' ? 'confirm' : 'ruleOut';
  if (kind === 'supplies-failed' && story.parcel === 'returned') return 'cancel';
  return TASKS[kind as TaskKind].decisions[0] ?? 'done';
}
