import type { EventType } from '../policies.ts';

/** News for a process: which aggregate, up to which version, what and when. No personal data, no results. */
export type News = Readonly<{ aggregateId: string; version: number; type: EventType; at: string }>;

/** What a case's process is started with, and carries when it continues as new. Plain JSON. */
export type CaseLifecycleInput = Readonly<{
  v: 1;
  caseId: string;
  news: readonly News[];
  /** Highest version seen of each aggregate. */
  seen?: Readonly<Record<string, number>>;
}>;

/** The name of the signal that brings news. */
export const NEWS_SIGNAL = 'news';
export type NewsSignal = typeof NEWS_SIGNAL;

/** The task queue of the processes; each external system has one of its own, `ext-<system>`. */
export const PROCESS_QUEUE = 'processes';

export const caseProcessId = (caseId: string): string => `case/${caseId}`;

/** What operators filter by in Temporal Web. Never personal data. */
export const SEARCH_ATTRIBUTES = {
  CaseId: 'KEYWORD',
  District: 'KEYWORD',
  CaseStage: 'KEYWORD',
  WaitingFor: 'KEYWORD',
  NextDueAt: 'DATETIME',
} as const;
export type SearchAttributeTypes = typeof SEARCH_ATTRIBUTES;
