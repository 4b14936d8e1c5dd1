import type { BulkCounts } from '../../domain/bulk-work/bulk-run.kinds.ts';

/** One step of a run, such as `cases:covid-19`. */
export type BulkStep = Readonly<{ runId: string; step: string }>;

/** What became of a batch: somebody has paused the run, there is more, or the step is done. */
export type BatchOutcome = 'paused' | 'more' | 'done';

export type StepProgress = Readonly<{ step: string; done: boolean; counts: BulkCounts; movedAt: string }>;

/** How far runs have come. */
export interface BulkProgress {
  of(runId: string): Promise<readonly StepProgress[]>;
  find(kind: string, key: string): Promise<string | undefined>;
}
