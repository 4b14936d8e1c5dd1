import type { RowResult } from './bulk-progress.ts';
import type { HandledCommand } from './repository.ts';

/** How a subject was before, as far as it takes to bring it back: ids, codes and moments. */
export type Kept = Readonly<Record<string, string | null>>;

/** As whom somebody asked. */
export type Orderer = Readonly<{
  staffId: string;
  roles: readonly string[];
  /** Administrative codes for which they are responsible. */
  offices: readonly string[];
  /** An IP address. */
  sourceAddress: string;
  /** A code of the closed list. */
  reason?: string | undefined;
}>;

export type CommandKept = Readonly<{
  runId: string;
  command: string;
  /** What was typed. */
  body: object;
  /** Only tried: nothing is stored. */
  isTrial: boolean;
  orderer: Orderer;
  subjectIds: readonly string[];
  /** Of a way back: the run that it undoes. */
  undoOf?: string;
}>;
export type CommandOfRun = Omit<CommandKept, 'subjectIds' | 'body'> & Readonly<{ body: () => object }>;

/** `result`, `onRecord`: what was left of it by a batch that was cut off. */
export type CommandRow = Readonly<{
  number: number;
  subjectId: string;
  result: Pick<RowResult, 'outcome' | 'details'> | null;
  onRecord: 'allowed' | 'refused' | null;
  fromVersion: number | null;
  kept: Kept | null;
  expectedVersion: number | null;
  madeId: string | null;
}>;

/** What holds at the moment at which a row is done. */
export type OrderNow = Readonly<{
  calledOff: boolean;
  isRevoked: boolean;
  /** As the orderer was vouched for when they asked for anything last; nothing since the order, where nothing was asked. */
  latest: Readonly<{ roles: readonly string[]; offices: readonly string[] }> | null;
}>;

/** Commands that were given for many at once. */
export interface BulkCommands {
  /** How many rows are done at once. */
  readonly batch: number;
  /** What was told of a request that came before. */
  toldBefore(commandId: string | undefined): Promise<HandledCommand | undefined>;
  keep(command: CommandKept): Promise<void>;
  /** Nothing is left of what never became a run. */
  drop(runId: string): Promise<void>;
  of(runId: string): Promise<CommandOfRun>;
  /** The next rows after a number. */
  page(runId: string, after: number, limit: number): Promise<readonly CommandRow[]>;
  /** Before a row is done: how its subject stands. */
  remember(
    row: Readonly<{ runId: string; number: number }>,
    before: Readonly<{ version: number; kept: Kept }>,
  ): Promise<void>;
  now(runId: string): Promise<OrderNow>;
  /** What is not done yet stays undone. */
  callOff(runId: string): Promise<void>;
  /** What a run has done becomes the rows of the run that undoes it; told again it changes nothing. */
  takeDone(runId: string, undoOf: string): Promise<void>;
  forgetBody(runId: string): Promise<void>;
}
