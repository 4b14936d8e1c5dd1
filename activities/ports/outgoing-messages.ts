import type { Language } from '../../domain/patient-management/person/person.ts';

/** So long after its claim no call is begun any more: what is sent settles within a known time of the claim. */
export const CALL_BEGUN_WITHIN_MILLISECONDS = 10_000;

/**
 * A message that was claimed for sending. `triedBefore`: whether it went out is not known, ask the partner first.
 * `calledOff`: why it is not sent any more, where it did not go out then.
 */
export type ClaimedMessage = Readonly<{
  key: string;
  personId: string;
  disease: string;
  template: string;
  triedBefore: boolean;
  calledOff?: string;
}>;
export type SettledMessage = Readonly<{ key: string; personId: string }> &
  Readonly<{ outcome: 'sent'; reference: string } | { outcome: 'refused' | 'dropped'; code: string }>;
/** Where a person is reached, and in which language. */
export type Reached = Readonly<{ phone: string; language: Language }>;

/** The messages that a run owes, each sent at most once. */
export interface OutgoingMessages {
  /** Diseases of what is still to be sent. */
  waitingDiseases(runId: string): Promise<readonly string[]>;
  /**
   * Takes the next messages and stores the intent to send them, in one transaction. What somebody else took is theirs
   * until no call of theirs can still be under way. Not given out, and settled in the same transaction: what nobody needs
   * any more, because the person has died or the episode is over (`dropped`), and what is held while it is not clear whose
   * case it is. `looked`: how many were looked at. `paused`: none is given out.
   */
  claim(
    ask: Readonly<{ runId: string; diseases: readonly string[]; limit: number; now: string }>,
  ): Promise<Readonly<{ paused: boolean; messages: readonly ClaimedMessage[]; looked: number }>>;
  /** What was held is looked at again. */
  takeBack(runId: string): Promise<void>;
  areHeld(runId: string): Promise<boolean>;
  settle(runId: string, settled: readonly SettledMessage[]): Promise<void>;
  /**
   * Whether these went out is not known: the partner is asked first. They may be claimed again at once; those that were
   * `called` now, when what was sent can no longer go out.
   */
  letGo(
    runId: string,
    messages: readonly ClaimedMessage[],
    how: Readonly<{ called: boolean }>,
  ): Promise<void>;
  /** Nothing for a person whose values are erased. */
  reach(personIds: readonly string[]): Promise<ReadonlyMap<string, Reached>>;
}
