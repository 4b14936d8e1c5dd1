import type { News } from '../../../activities/ports/processes.ts';
import type { Acknowledged } from '../load/commands.ts';
import type { LedgerEntry } from '../simulators.ts';

export type EventRow = Readonly<{
  seq: number;
  aggregateType: string;
  aggregateId: string;
  version: number;
  type: string;
  at: string;
  actor: string;
  data: Readonly<Record<string, unknown>>;
  caseId: string | null;
  commandId: string | null;
  recordedAt: string;
}>;

export type AggregateRow = Readonly<{
  type: string;
  id: string;
  version: number;
  state: Readonly<Record<string, unknown>>;
}>;

export type EffectRow = Readonly<{
  key: string;
  system: string;
  /** The case in whose history it stands, and whose it is. */
  caseId: string | null;
  ownerId: string;
  status: 'intended' | 'done' | 'refused';
  reference: string | null;
  code: string | null;
}>;

export type ProcessView = Readonly<{
  /** `case/…`, `isolation/…` */
  id: string;
  status: string;
  startedAt: string;
  closedAt: string | null;
  /** What it tries again and again. */
  retrying: readonly string[];
  nextDueAt: string | null;
  /** News in the order in which the process was told. */
  news: readonly News[];
}>;

/** A case of the run and what its story expects of it. */
export type CaseFate = Readonly<{
  caseId: string | undefined;
  story: string;
  over: boolean;
  stage: string | undefined;
  /** Since it last moved, counted from the recovery of everything. */
  stillForMilliseconds: number;
  replies: number;
  failure: string | undefined;
}>;

/** What became of a partner's message that takes back what it said before. */
export type ContradictionView = Readonly<{
  what: string;
  /** How the inbox keeps it; nothing where it is not there. */
  status: string | undefined;
  /** A person was asked about it, or about what it was booked for. */
  hasTask: boolean;
  /** It may be booked, because a person is told what it was booked for. */
  mayBeBooked: boolean;
}>;

/** `openUntil`: of a round, until when it waits for the answers of those whom it has asked. */
type BulkRunRow = Readonly<{ kind: string; key: string; stage: string; openUntil?: Date | null }>;

/** Everything that the oracle judges: what clients were told, what partners did, what is stored, what the engine holds. */
export type Evidence = Readonly<{
  acknowledged: readonly Acknowledged[];
  /** Receipts by command id. */
  handled: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Cases opened since the run began. */
  opened: readonly string[];
  fates: readonly CaseFate[];
  events: readonly EventRow[];
  aggregates: readonly AggregateRow[];
  effects: readonly EffectRow[];
  ledgers: Readonly<Record<string, readonly LedgerEntry[]>>;
  processes: readonly ProcessView[];
  /** Events that nobody was told of, and partners' messages that nobody dealt with. */
  unannounced: number;
  unheard: number;
  contradictions: readonly ContradictionView[];
  /** Bulk runs since the run began, and the version by which open cases are planned. */
  bulkRuns: readonly BulkRunRow[];
  rulesInForce: string;
  /** Processes that ended in an error, whatever run they belong to. */
  failed: readonly string[];
  takenAt: string;
}>;
