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

/** What is known of an effect before it is attempted: never tried, tried without a known result, or done. */
export type EffectStanding =
  | Readonly<{ status: 'new' }>
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'done'; reference: string }>;

/** Remembers every effect on the outside by its key: the intent before the call, the result after it. */
export interface EffectLog {
  intend(effect: Readonly<{ key: string; system: EffectSystem; caseId: string }>): Promise<EffectStanding>;
  settle(key: string, reference: string): Promise<void>;
  /** The partner says what became of it later. Answers the effect's case, or nothing for a key that is not ours. */
  confirm(key: string, code: string): Promise<string | undefined>;
  /** The partner refused for good. */
  refuse(key: string, code: string): Promise<void>;
}
