import type { BulkCounts } from '../../domain/bulk-work/bulk-run.kinds.ts';
import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';

/** One step of a run, such as `cases:covid-19`. */
export type BulkStep = Readonly<{ runId: string; step: string }>;

/** What became of a batch: somebody has paused the run, there is more, or the step is done. */
export type BatchOutcome = 'paused' | 'more' | 'done';

export type StepProgress = Readonly<{ step: string; done: boolean; counts: BulkCounts; movedAt: string }>;

/** What one batch did: where the next begins, whether it was the last, and rows to add to the counts. */
export type Batch = Readonly<{ cursor: string; done: boolean; counts: BulkCounts }>;

/** What became of one row: codes, days and ids. */
export type RowResult = Readonly<{
  subjectKind: string;
  subjectId: string;
  outcome: RowOutcome;
  details: Readonly<Record<string, string | null>>;
}>;

/** How far runs have come. */
export interface BulkProgress {
  of(runId: string): Promise<readonly StepProgress[]>;
  /**
   * One batch from where the step stands, which is where the next begins only when it is through. `work` may be done
   * again after a crash: each of its rows must bear that.
   */
  batch(step: BulkStep, work: (cursor: string) => Promise<Batch>): Promise<BatchOutcome>;
  /** The first result of a row stays. */
  record(runId: string, results: readonly RowResult[]): Promise<void>;
}
