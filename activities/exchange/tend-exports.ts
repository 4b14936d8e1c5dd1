import { byUpkeep, cancelTask } from '../cancel-task.ts';
import { settleExport } from '../settle-export.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';
import { askForApproval } from './request-export.ts';

/**
 * No process waits for the decision on an export: whoever asked for it or decided it has settled its task at once, and this is
 * the net below, for a server that was killed in between and for a request whose time is over.
 */
export const tendExports =
  (uses: UpkeepUses) =>
  async (round: Readonly<{ at: string }>): Promise<void> => {
    for (const id of await uses.oversights.exportsWithoutTask(PER_ROUND)) {
      uses.heart.beat();
      await askForApproval(uses)(id);
    }
    for (const id of await uses.oversights.exportDecisionsUntold(PER_ROUND)) {
      uses.heart.beat();
      await settleExport(uses, (await uses.tasks.load(id)).aggregate.state);
    }
    for (const id of await uses.oversights.exportTasksNotNeeded(round.at, PER_ROUND)) {
      uses.heart.beat();
      await cancelTask(uses, id, byUpkeep(round));
    }
  };
