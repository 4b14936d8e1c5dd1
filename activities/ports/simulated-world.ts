/** What a simulation needs of the store and of the engine. */
export interface SimulatedWorld {
  now(): Promise<string>;
  /** Moves our clock. Never backwards. */
  setClock(to: string): Promise<void>;
  /** One mover at a time, also across API processes; nothing when somebody else moves. */
  exclusively<Result>(move: () => Promise<Result>): Promise<Result | undefined>;
  /** The moments for which the running processes wait. */
  dueMoments(): Promise<readonly string[]>;
  /** Something is on its way: an event, an effect, a step of a process. */
  isBusy(): Promise<boolean>;
  /** Brings every running process to a moment. */
  fastForward(to: string): Promise<void>;
}
