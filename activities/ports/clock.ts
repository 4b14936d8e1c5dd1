/** The time that commands carry: the database's, plus the simulation's offset. */
export interface Clock {
  /** RFC 3339, UTC. */
  now(): Promise<string>;
}
