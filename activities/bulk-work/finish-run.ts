import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import { BULK, type BulkUses, type RunMoment } from './bulk-uses.ts';

/** Every step has come to its end: what it came to, in numbers. */
export const finishRun =
  ({ bulkRuns, bulkProgress }: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<void> => {
    const counts: Record<string, number> = {};
    for (const { counts: ofStep } of await bulkProgress.of(runId)) {
      for (const [name, count] of Object.entries(ofStep)) counts[name] = (counts[name] ?? 0) + count;
    }
    await change(bulkRuns, runId, {}, (run) =>
      run.execute({ type: 'FinishBulkRun', counts, by: BULK, at: Instant.of(at) }),
    );
  };
