/** What a move through time came to. `settled`: every process had done what was due before it ended. */
export type Advance = Readonly<{ now: string; steps: number; settled: boolean }>;

/** Moves the clock and every open process together. Never in production. */
export interface Simulation {
  now(): Promise<string>;
  /** Waits, a few seconds at most, until no process has anything to do at this moment. Answers whether that came. */
  settle(): Promise<boolean>;
  /** @throws NotForward, AlreadyMoving */
  advance(to: string): Promise<Advance>;
}

export class NotForward extends Error {
  constructor() {
    super('not forward');
    this.name = 'NotForward';
  }
}

export class AlreadyMoving extends Error {
  constructor() {
    super('already moving');
    this.name = 'AlreadyMoving';
  }
}
