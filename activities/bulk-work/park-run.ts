import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import { openTaskAbout } from '../open-task-about.ts';
import { BULK, type BulkUses, type RunMoment } from './bulk-uses.ts';

/** No retry mends it: the run is paused, and a person is asked to look at it and to let it go on. */
export const parkRun =
  (uses: BulkUses) =>
  async ({ runId, at, reason }: RunMoment & Readonly<{ reason: string }>): Promise<void> => {
    await change(uses.bulkRuns, runId, {}, (run) =>
      run.execute({ type: 'PauseBulkRun', by: BULK, at: Instant.of(at) }),
    );
    await openTaskAbout(uses)({
      kind: 'process-parked',
      subject: { kind: 'bulk-run', id: runId },
      district: HEADQUARTERS,
      reason,
      commandId: `bulk-run:${runId}:parked:${at}`,
      by: BULK,
      at,
    });
  };
