/** The systems on which a process has effects. */
export type EffectSystem =
  | 'pcr-laboratory'
  | 'sms'
  | 'registry'
  | 'payment'
  | 'delivery'
  | 'entry-log'
  | 'card-history'
  | 'living-support'
  | 'survey';

/** Whose effect it is, and the case in whose history it stands, if any. Kinds as in the catalogue of effects. */
export type EffectOwner = Readonly<{ kind: string; id: string; caseId?: string | undefined }>;

/**
 * What is known of an effect before it is attempted: never tried, tried without a known result, or done.
 * `settlesInMilliseconds`: for so long what was sent may still take effect at the partner; 0 when that is over.
 */
export type EffectStanding =
  | Readonly<{ status: 'new' }>
  | Readonly<{ status: 'unknown'; settlesInMilliseconds: number }>
  | Readonly<{ status: 'done'; reference: string }>;

/** RFC 3339. `sentAt`: when the partner had taken it; where its answer was lost, when it was first tried. */
export type Sent = Readonly<{ firstTriedAt: string; sentAt: string }>;

/** Remembers every effect on the outside by its key: the intent before the call, the result after it. */
export interface EffectLog {
  intend(
    effect: Readonly<{ key: string; name: string; system: EffectSystem; owner: EffectOwner }>,
  ): Promise<EffectStanding>;
  /** Another call is about to be made: what is sent settles from now on. */
  callAgain(key: string): Promise<void>;
  /** The call that was begun never reached the partner's hands. */
  neverTaken(key: string): Promise<void>;
  /** Whether it was begun and not called off: it took effect, it may, or it was refused and staff see to it. */
  wasAttempted(key: string): Promise<boolean>;
  /**
   * One that was attempted and nobody knows with what result: for so many milliseconds at most it may still take effect
   * there, 0 once that is over. Nothing for any other.
   */
  unsettled(key: string): Promise<Readonly<{ system: EffectSystem; milliseconds: number }> | undefined>;
  settle(key: string, reference: string): Promise<void>;
  /** Whose message it is; nothing for a key of which we know no message. */
  ownerOfMessage(key: string): Promise<EffectOwner | undefined>;
  /** When a message went out, by the process's clock; nothing for a key of which we know no message. */
  whenSent(key: string): Promise<Sent | undefined>;
  /**
   * The gateway says what became of a message later. With its reference, that also settles one whose answer was lost. It
   * says nothing of what other partners do.
   */
  confirm(key: string, code: string, reference?: string): Promise<void>;
  /** The partner refused for good. */
  refuse(key: string, code: string): Promise<void>;
}
