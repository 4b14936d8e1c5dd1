import type { BatchOutcome, BulkStep } from './bulk-progress.ts';

/** A tier whose people are asked now. Cases name the version that gave them their tier, contacts the day they were named. */
export type AskedTier = Readonly<{
  version?: string;
  namedOn?: string;
  tier: string;
  channel: string;
  forDays?: number;
}>;

export type FollowUpBatch = BulkStep &
  Readonly<{
    of: 'case' | 'contact';
    disease: string;
    day: string;
    slot: string;
    at: string;
    answerWithinHours: number;
    tiers: readonly AskedTier[];
  }>;

export type ClosingBatch = BulkStep & Readonly<{ day: string; slot: string; at: string }>;
/** A check without an answer. */
export type MissedCheck = Readonly<{
  personId: string;
  subjectKind: 'case' | 'contact';
  subjectId: string;
  caseId: string;
  district: string;
}>;

/** People under watch, and the checks of one day and slot, in bulk. */
export interface Monitoring {
  /** Diseases with somebody under watch. */
  diseases(): Promise<readonly string[]>;
  /** Days in Seoul on which contacts under follow-up were named. */
  daysOfNaming(disease: string): Promise<readonly string[]>;
  /** Writes the next follow-ups with their messages, and how far it came, in one transaction. */
  writeBatch(batch: FollowUpBatch): Promise<BatchOutcome>;
  /** Until when the last answer may come; nothing while nobody was asked. */
  answersDueBy(day: string, slot: string): Promise<string | undefined>;
  /** Says of the next checks whether they were answered. */
  closeBatch(batch: ClosingBatch): Promise<BatchOutcome>;
  /** The next checks without an answer, handed to `tell`; those that it has been told of are not handed out again. */
  missedBatch(
    batch: ClosingBatch,
    tell: (missed: readonly MissedCheck[]) => Promise<void>,
  ): Promise<BatchOutcome>;
}
