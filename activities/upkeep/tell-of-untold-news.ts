import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { taskForOwner } from '../task-for-owner.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

const REASON = 'news/untold';
const AFTER_MINUTES = 15;
/** The ones that wait longest. Where there are more, it is no case that stands still but the engine: operators see that. */
const TOLD_OF = 20;

/** What happened and could not be told to the processes that wait for it: they stand still, and a person has to know. */
export const tellOfUntoldNews =
  (uses: UpkeepUses) =>
  async (round: Readonly<{ at: string }>): Promise<Readonly<{ told: number; cancelled: number }>> => {
    const { oversights } = uses;
    const untold = await oversights.newsUntold(AFTER_MINUTES, TOLD_OF);
    for (const { about, from } of untold) {
      uses.heart.beat();
      const commandId = `news:${about.id}:${from}:untold`;
      await taskForOwner(uses)({ owner: about, kind: 'process-parked', reason: REASON, commandId });
    }
    const moot = await oversights.tasksOfNewsTold(REASON, PER_ROUND);
    for (const taskId of moot) {
      uses.heart.beat();
      await cancelTask(uses, taskId, byUpkeep(round));
    }
    return { told: untold.length, cancelled: moot.length };
  };
