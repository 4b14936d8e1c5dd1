import type { Language } from '../../domain/patient-management/person/person.ts';

/** A message that was claimed for sending. `triedBefore`: whether it went out is not known, ask the partner first. */
export type ClaimedMessage = Readonly<{
  key: string;
  personId: string;
  disease: string;
  template: string;
  triedBefore: boolean;
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
   * until no call of theirs can still be under way. `paused`: none is given out.
   */
  claim(
    ask: Readonly<{ runId: string; diseases: readonly string[]; limit: number }>,
  ): Promise<Readonly<{ paused: boolean; messages: readonly ClaimedMessage[]; underWay: number }>>;
  settle(runId: string, settled: readonly SettledMessage[]): Promise<void>;
  /** Whether these went out is not known: they may be claimed again at once, and the partner is asked first. */
  letGo(runId: string, messages: readonly ClaimedMessage[]): Promise<void>;
  /** Nothing for a person whose values are erased. */
  reach(personIds: readonly string[]): Promise<ReadonlyMap<string, Reached>>;
}
