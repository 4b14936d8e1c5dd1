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
  /** It cannot be applied: it stays, sealed, until a person has looked at it. */
  parked(id: string, reason: string): Promise<void>;
  /** Those that were received so many minutes ago and neither applied nor parked. */
  left(afterMinutes: number, limit: number): Promise<readonly Readonly<{ id: string; source: string }>[]>;
}
