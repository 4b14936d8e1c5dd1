/** An account, as it stands behind what it has asked to be sent. */
export type Subscriber = Readonly<{
  isRevoked: boolean;
  /** By the token with which it asked last; nothing where no record is left of it. */
  asked?: Readonly<{ roles: readonly string[]; offices: readonly string[] }>;
}>;

/** Asked before each delivery. */
export interface Subscribers {
  of(account: string): Promise<Subscriber>;
}
