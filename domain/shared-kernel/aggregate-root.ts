import type { Instant } from './instant.ts';

/** Who asks, and when it happens: part of every command. The domain has no clock of its own. */
export type By = Readonly<{ by: string; at: Instant }>;

/** A fact, as flat JSON: ids, codes and dates only. `v` is the version of its shape. */
export type DomainEvent = Readonly<{ type: string; v: number; at: string; by: string }>;

/** What a repository hands back to an aggregate: its state after `version` events. */
export type Stored<State> = Readonly<{ state: State; version: number }>;

/**
 * A consistency boundary. Its state changes only through `execute`, which raises events; state is the fold of all of
 * them and the version is their number, so versions have no gaps.
 */
export abstract class AggregateRoot<State, Command, Event extends DomainEvent> {
  readonly id: string;
  #state: State | undefined;
  #version: number;
  readonly #news: Event[] = [];

  protected constructor(id: string, stored?: Stored<State>) {
    this.id = id;
    this.#state = stored?.state;
    this.#version = stored?.version ?? 0;
  }

  /** @throws RuleBroken while it does not exist yet */
  abstract get state(): State;

  /** @throws RuleBroken or InvalidValue; then nothing has changed */
  abstract execute(command: Command): void;

  /** The state after one more fact. Pure, and total over every event type. */
  protected abstract evolve(state: State | undefined, event: Event): State;

  protected raise(event: Event): void {
    this.#state = this.evolve(this.#state, event);
    this.#version += 1;
    this.#news.push(event);
  }

  protected get stateOrNothing(): State | undefined {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  /** The version under which it was loaded: what a repository compares with. */
  get versionBefore(): number {
    return this.#version - this.#news.length;
  }

  /** Events raised since it was loaded, oldest first. */
  get news(): readonly Event[] {
    return this.#news;
  }
}
