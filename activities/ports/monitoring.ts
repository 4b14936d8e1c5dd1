import type { Task } from '../../domain/worklist/task.ts';
import type { BatchOutcome, BulkStep } from './bulk-progress.ts';

/** A tier whose people are asked now. Cases name the version that gave them their tier, contacts the day they were named and their measure. */
export type AskedTier = Readonly<{
  version?: string;
  namedOn?: string;
  measure?: string;
  /** The first check of the day. */
  isFirst?: boolean;
  tier: string;
  channel: string;
  forDays?: number;
}>;

/** A measure of a version under which contacts are asked on so many days of its period only. */
export type Attempts = Readonly<{ version: string; measure: string; times: number }>;
/** Contacts, by the day they were named and their measure, whose tier the protocol cannot tell for want of facts. */
export type UndecidedGroup = Readonly<{ namedOn: string; measure: string; missing: readonly string[] }>;

export type FollowUpBatch = BulkStep &
  Readonly<{
    of: 'case' | 'contact';
    disease: string;
    day: string;
    slot: string;
    at: string;
    answerWithinHours: number;
    tiers: readonly AskedTier[];
    attempts?: readonly Attempts[];
  }>;

export type UndecidedBatch = BulkStep & Readonly<{ disease: string; groups: readonly UndecidedGroup[] }>;
export type CallBatch = BulkStep & Readonly<{ day: string; slot: string }>;
export type ClosingBatch = BulkStep & Readonly<{ day: string; slot: string; at: string }>;
/** A person and the episode for which they are asked. */
type OfPerson = Readonly<{
  personId: string;
  subjectKind: 'case' | 'contact';
  subjectId: string;
  caseId: string;
  district: string;
}>;
/** A check without an answer, with the isolation that it is missed in. */
export type MissedCheck = OfPerson &
  Readonly<{ channel: string; askedAt: string; isolationId: string | null }>;
/** A check that a person has to make, about somebody whom no open task has them call or visit. */
export type DueCall = OfPerson & Readonly<{ channel: 'telephone' | 'visit'; dueAt: string }>;
/** A contact about whom no task has ever asked how they are to be watched. */
export type UndecidedContact = Readonly<{
  contactId: string;
  caseId: string;
  district: string;
  missing: readonly string[];
}>;
/** A check with an answer that came after the person's isolation had counted missed ones. */
export type AnsweredCheck = Readonly<{
  personId: string;
  isolationId: string;
  answeredAt: string;
}>;

/** People under watch, and the checks of one day and slot, in bulk. */
export interface Monitoring {
  /** Diseases with somebody under watch. */
  diseases(): Promise<readonly string[]>;
  /** Days in Seoul on which contacts under follow-up were named. */
  daysOfNaming(disease: string): Promise<readonly string[]>;
  /** Writes the next follow-ups with their messages, and how far it came, in one transaction. */
  writeBatch(batch: FollowUpBatch): Promise<BatchOutcome>;
  /** Opens the tasks for the next checks by telephone or at the door, and says how far it came, in one transaction. */
  callBatch(batch: CallBatch, taskOf: (due: DueCall) => Task): Promise<BatchOutcome>;
  /** Opens the tasks about the next contacts whose tier nobody can tell, each once, and says how far it came. */
  undecidedBatch(batch: UndecidedBatch, taskOf: (undecided: UndecidedContact) => Task): Promise<BatchOutcome>;
  /** Until when the last answer may come; nothing while nobody was asked. */
  answersDueBy(day: string, slot: string): Promise<string | undefined>;
  /** Says of the next checks whether they were answered. */
  closeBatch(batch: ClosingBatch): Promise<BatchOutcome>;
  /** The next answers that end a row of missed checks, handed to `tell`. Who has missed none is not among them. */
  answeredBatch(
    batch: ClosingBatch,
    tell: (answered: readonly AnsweredCheck[]) => Promise<void>,
  ): Promise<BatchOutcome>;
  /** The next checks without an answer, handed to `tell`; those that it has been told of are not handed out again. */
  missedBatch(
    batch: ClosingBatch,
    tell: (missed: readonly MissedCheck[]) => Promise<void>,
  ): Promise<BatchOutcome>;
}
