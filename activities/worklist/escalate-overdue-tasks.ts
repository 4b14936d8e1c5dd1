import { TASKS } from '../../domain/worklist/task.ts';
import type { Heart } from '../ports/heart.ts';
import type { UnsettledEffects } from '../ports/unsettled-effects.ts';
import type { Uses } from '../uses.ts';
import { escalateOverdueTask } from './escalate-task.ts';

const PER_ROUND = 500;
const LEVELS = Object.fromEntries(Object.entries(TASKS).map(([kind, { levels }]) => [kind, levels]));

/** Whenever the time limit of a task has passed: one level up. Found together, however many are open. */
export const escalateOverdueTasks =
  (uses: Pick<Uses, 'tasks'> & Readonly<{ heart: Heart; unsettledEffects: UnsettledEffects }>) =>
  async ({ at }: Readonly<{ at: string }>): Promise<Readonly<{ escalated: number }>> => {
    const overdue = await uses.unsettledEffects.overdueTasks(at, LEVELS, PER_ROUND);
    for (const { taskId, level } of overdue) {
      uses.heart.beat();
      const commandId = `task:${taskId}:overdue:${level + 1}`;
      await escalateOverdueTask(uses)({ taskId, commandId, by: 'process:upkeep', at });
    }
    return { escalated: overdue.length };
  };
