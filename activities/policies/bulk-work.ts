import type { BulkRunEvent } from '../../domain/bulk-work/bulk-run.events.ts';
import { BULK_PROCESSES } from '../ports/processes.ts';
import { start, tell, type Reactions } from './reaction.ts';

/** `the run`: only the process of the run's own kind hears of it. */
export const bulkWorkPolicies: Readonly<Record<BulkRunEvent['type'], Reactions>> = {
  BulkRunRequested: BULK_PROCESSES.map((process) =>
    start(process, 'whenever bulk work is asked for: begin it, once', 'the run'),
  ),
  BulkRunPaused: 'none',
  BulkRunResumed: BULK_PROCESSES.map((process) =>
    tell(process, 'the run', 'whenever a paused run may go on: go on where it stood'),
  ),
  BulkRunFinished: 'none',
};
