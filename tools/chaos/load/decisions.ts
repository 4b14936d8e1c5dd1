import { TASKS, type TaskKind } from '../../../domain/worklist/task.kinds.ts';
import type { Story } from './story.ts';

/** How staff decide what lands on their worklist, so that every story comes to its end. */
export function drawTask(kind: string, story: Story): string {
  if (kind === 'inconclusive-result') return story.specimen === 'POS' ? 'confirm' : 'ruleOut';
  return TASKS[kind as TaskKind].decisions[0] ?? 'done';
}
