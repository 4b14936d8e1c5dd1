/** One request to change something, as its sender identifies it. */
export type CommandIdentity = Readonly<{
  /** The same id never takes effect twice. Without one, the aggregate's own state has to make a repetition harmless. */
  commandId?: string;
  /** Hash of what was asked: the same id with other contents is refused. */
  fingerprint?: string;
}>;

/** What the sender is told, now and when the same command comes again. Ids and codes only. */
export type Receipt = Readonly<{ id: string; version: number; stage: string }> &
  Readonly<Record<string, string | number>>;

export type HandledCommand = Readonly<{ fingerprint: string | null; receipt: Receipt }>;

/** Stores one kind of aggregate: state, version, events and the handled command together, or nothing. */
export interface Repository<Aggregate> {
  /** @throws NotFound. `handled` is set when that command took effect before. */
  load(id: string, commandId?: string): Promise<{ aggregate: Aggregate; handled?: HandledCommand }>;
  /** @throws StaleAggregate when it changed since it was loaded; CommandHandledBefore; CommandAheadOfTime */
  save(aggregate: Aggregate, identity?: CommandIdentity, receipt?: Receipt): Promise<void>;
}

/** That command took effect before: this is what its sender was told. */
export class CommandHandledBefore extends Error {
  readonly handled: HandledCommand;

  constructor(handled: HandledCommand) {
    super('command handled before');
    this.name = 'CommandHandledBefore';
    this.handled = handled;
  }
}

/** The same command id came with other contents. */
export class CommandIdReused extends Error {
  constructor() {
    super('command id reused');
    this.name = 'CommandIdReused';
  }
}

/** The sender named a version that is not the present one. */
export class ChangedSinceRead extends Error {
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('changed since read');
    this.name = 'ChangedSinceRead';
    this.currentVersion = currentVersion;
  }
}

/** The command's moment lies more than five minutes ahead of the clock. A retry may succeed. */
export class CommandAheadOfTime extends Error {
  constructor() {
    super('command ahead of time');
    this.name = 'CommandAheadOfTime';
  }
}
