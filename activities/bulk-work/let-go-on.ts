import { Instant } from '../../domain/shared-kernel/instant.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { change } from '../change.ts';
import { BULK, type BulkUses, type RunMoment } from './bulk-uses.ts';

/**
 * A stopped run goes on when a person has settled the task that says why it was stopped; one that somebody let go on
 * needs its task no longer. Asked of the store, so that it also holds for a process that begins again.
 */
export const letGoOn =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<void> => {
    const { bulkRuns, tasks, lookups } = uses;
    const subject = { kind: 'bulk-run', id: runId } as const;
    const { stage, pausedAt = '' } = (await bulkRuns.load(runId)).aggregate.state;
    if (stage !== 'paused') {
      await cancelTasksAbout(uses)({ subject, kinds: ['process-parked'], by: BULK, at });
      return;
    }
    const taskId = await lookups.lastTaskAbout(subject, 'process-parked');
    if (taskId === undefined) return;
    const task = (await tasks.load(taskId)).aggregate.state;
    if (task.stage !== 'decided' || Date.parse(task.closedAt ?? '') < Date.parse(pausedAt)) return;
    await change(bulkRuns, runId, {}, (run) =>
      run.execute({ type: 'ResumeBulkRun', by: BULK, at: Instant.of(at) }),
    );
  };
