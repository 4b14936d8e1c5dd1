import type { DomainEvent } from '../shared-kernel/aggregate-root.ts';
import type { BulkCounts, BulkKind, BulkSubject } from './bulk-run.kinds.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent &
  Readonly<{ type: Type; v: 1; kind: BulkKind; key: string } & Payload>;
export type BulkRunRequested = Fact<'BulkRunRequested', { about: BulkSubject }>;
export type BulkRunPaused = Fact<'BulkRunPaused'>;
export type BulkRunResumed = Fact<'BulkRunResumed'>;
export type BulkRunFinished = Fact<'BulkRunFinished', { counts: BulkCounts }>;
export type BulkRunEvent = BulkRunRequested | BulkRunPaused | BulkRunResumed | BulkRunFinished;
