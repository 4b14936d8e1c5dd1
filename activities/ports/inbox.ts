/** A partner's message as it came: who sent it, under which id, and a hash of what it says. */
export type IncomingMessage = Readonly<{
  source: string;
  messageId: string;
  fingerprint: string;
  /** The raw text, kept sealed until it is applied. */
  body: string;
}>;

export type InboxStanding = Readonly<{
  id: string;
  status: 'received' | 'applied' | 'parked';
  outcome: string | null;
  /** The same id came before with other contents. */
  reused: boolean;
}>;

/** What partners told us, each message once, before anything is done with it. */
export interface Inbox {
  /** Stores it unless it is there, and answers how it stands. */
  receive(message: IncomingMessage): Promise<InboxStanding>;
  /** It took effect: what was said is forgotten, that it was said is not. */
  applied(id: string, outcome: string): Promise<void>;
  /**
   * It cannot be applied: it stays, sealed, until a person has looked at it. Answers the message whose task covers this one
   * already, where it shares one.
   */
  parked(id: string, reason: string): Promise<string | undefined>;
  /** It shares the task that is about the first of its kind. */
  laidWith(id: string, first: string): Promise<void>;
  /** The message whose task was for this one, now that it is applied; nothing while others that are laid aside share it. */
  nothingLeftWith(id: string): Promise<string | undefined>;
  /** Those that were received so many minutes ago and were neither applied nor parked, or parked (`reason`) without a task. */
  left(
    afterMinutes: number,
    limit: number,
  ): Promise<readonly Readonly<{ id: string; source: string; reason?: string }>[]>;
}
