import type { By } from '../shared-kernel/aggregate-root.ts';
import type { BulkCounts, BulkKind, BulkSubject } from './bulk-run.kinds.ts';

/** `key` is unique among runs of a kind: the same work is never begun twice. */
export type RequestBulkRun = By &
  Readonly<{ type: 'RequestBulkRun'; kind: BulkKind; key: string; about: BulkSubject }>;
/** Stops after the batch under way; nothing that was done is undone. */
export type PauseBulkRun = By & Readonly<{ type: 'PauseBulkRun' }>;
export type ResumeBulkRun = By & Readonly<{ type: 'ResumeBulkRun' }>;
export type FinishBulkRun = By & Readonly<{ type: 'FinishBulkRun'; counts: BulkCounts }>;

export type BulkRunCommand = RequestBulkRun | PauseBulkRun | ResumeBulkRun | FinishBulkRun;
