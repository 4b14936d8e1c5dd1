import type { ExpiringClass, RecordClass } from '../../domain/bulk-work/retention.ts';
import type { BatchOutcome, BulkStep } from './bulk-progress.ts';

/** A certificate's words: what was destroyed, how many, up to which moment, under which rule. */
export type Destroyed = Readonly<{
  what: string;
  rows: number;
  before: string;
  days: number;
  basis: string;
}>;

/** `before`: a day, itself not included: on its last day the look-up's own process does it. */
export type LookUpsDue = Readonly<{ before: string; since: string; after: string; limit: number }>;

/** `since`: when the run was asked for. */
export type Expired = Readonly<{ what: ExpiringClass; before: string; since: string; by: string }>;

/** Records whose time is over. */
export interface Retention {
  /** Destroys the next of a class that are older than a moment, and counts them under the class's name. */
  destroyBatch(batch: BulkStep & Readonly<{ what: RecordClass; before: string }>): Promise<BatchOutcome>;
  /**
   * Look-ups whose raw records ought to be gone before a day, in the order of their ids: those that are left, and those that
   * were destroyed since a moment, so that a batch done again counts what it did.
   */
  lookUpsDue(due: LookUpsDue): Promise<readonly string[]>;
  /**
   * Whose values of a class are older than a moment and needed by nothing that is open, in the order of their ids; and whose
   * were destroyed since the run began, so that a batch done again counts what it did.
   */
  expired(asked: Expired & Readonly<{ after: string; limit: number }>): Promise<readonly string[]>;
  /** Whether that holds for one of them at this moment: something may have been opened since its page was read. */
  isExpired(id: string, asked: Expired): Promise<boolean>;
  /** Nothing is left in the events of what was destroyed, nor in look-ups of its case; they can still be folded. Done again it comes to the same. */
  blank(what: ExpiringClass, id: string): Promise<void>;
  /** Once for each run. Answers the hash over its words. */
  certify(runId: string, issuedAt: string, destroyed: readonly Destroyed[]): Promise<string>;
}
