import type { RecordClass } from '../../domain/bulk-work/retention.ts';
import type { BatchOutcome, BulkStep } from './bulk-progress.ts';

/** A certificate's words: what was destroyed, how many, up to which moment, under which rule. */
export type Destroyed = Readonly<{
  what: string;
  rows: number;
  before: string;
  days: number;
  basis: string;
}>;

/** Records whose time is over. */
export interface Retention {
  /** Destroys the next of a class that are older than a moment, and counts them under the class's name. */
  destroyBatch(batch: BulkStep & Readonly<{ what: RecordClass; before: string }>): Promise<BatchOutcome>;
  /** Once for each run. Answers the hash over its words. */
  certify(runId: string, issuedAt: string, destroyed: readonly Destroyed[]): Promise<string>;
}
