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

/** What is known of an effect before it is attempted: never tried, tried without a known result, or done. */
export type EffectStanding =
  | Readonly<{ status: 'new' }>
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'done'; reference: string }>;

/** Remembers every effect on the outside by its key: the intent before the call, the result after it. */
export interface EffectLog {
  intend(
    effect: Readonly<{ key: string; name: string; system: EffectSystem; owner: EffectOwner }>,
  ): Promise<EffectStanding>;
  /** Whether it was attempted and nobody knows with what result. */
  isUnsettled(key: string): Promise<boolean>;
  settle(key: string, reference: string): Promise<void>;
  /**
   * The partner says what became of it later. With its reference, that also settles an effect whose answer was lost.
   * Answers whose it is, or nothing for a key that is not ours.
   */
  confirm(key: string, code: string, reference?: string): Promise<EffectOwner | undefined>;
  /** The partner refused for good. */
  refuse(key: string, code: string): Promise<void>;
}
