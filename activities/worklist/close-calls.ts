import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

/**
 * A task to call or visit somebody is done by their answer, however that came; nobody is called who is not asked any more.
 * Those who told it themselves have closed it at once: this is the net below.
 */
export const closeCalls =
  (uses: UpkeepUses) =>
  async (round: Readonly<{ at: string }>): Promise<void> => {
    for (const id of await uses.oversights.callsNotNeeded(PER_ROUND)) {
      uses.heart.beat();
      await cancelTask(uses, id, byUpkeep(round));
    }
  };
