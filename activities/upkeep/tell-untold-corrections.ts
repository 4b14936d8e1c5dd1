import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

/** Results that were corrected just before a stop: the task that nobody opened. */
export const tellUntoldCorrections =
  (uses: UpkeepUses, tell: (testId: string) => Promise<void>) =>
  async (_step: Readonly<{ at: string }>): Promise<Readonly<{ told: number }>> => {
    const untold = await uses.oversights.correctionsUntold(PER_ROUND);
    for (const testId of untold) {
      uses.heart.beat();
      await tell(testId);
    }
    return { told: untold.length };
  };
