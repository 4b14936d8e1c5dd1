import type { EventType } from '../../activities/policies.ts';
import type { Words } from '../problem.ts';
import { DIAGNOSTIC_TESTING } from './diagnostic-testing.ts';
import { EPIDEMIOLOGICAL_INVESTIGATION } from './epidemiological-investigation.ts';
import { ISOLATION_MANAGEMENT } from './isolation-management.ts';
import { PATIENT_MANAGEMENT } from './patient-management.ts';
import { WORKLIST_AND_EXCHANGE } from './worklist-and-exchange.ts';

/** What happened, in a word. A new event type does not compile without its own. */
const EVENT_WORDS: Readonly<Record<EventType, Words>> = {
  ...DIAGNOSTIC_TESTING,
  ...EPIDEMIOLOGICAL_INVESTIGATION,
  ...ISOLATION_MANAGEMENT,
  ...PATIENT_MANAGEMENT,
  ...WORKLIST_AND_EXCHANGE,
};

type Entry = Readonly<{ type?: unknown; data?: unknown }>;
type Told = Readonly<{ says: Words | null; reason: string | null; rule: string | null }>;

/** Where an event names the version under which it was decided. */
const RULE_FIELDS = ['rule', 'protocol', 'protocolVersion'] as const;
/** Where it says why. */
const REASON_FIELDS = ['reason', 'because'] as const;

/** A history with what happened in words, why as a code, and the version of the rule, where an event bears them. */
export const historyInWords = <Of extends Entry>(history: readonly Of[]): readonly (Of & Told)[] =>
  history.map((entry) => ({
    ...entry,
    says: wordsOf(entry.type),
    reason: firstIn(entry.data, REASON_FIELDS),
    rule: firstIn(entry.data, RULE_FIELDS),
  }));

/** Nothing for a type that only a later version knows. */
const wordsOf = (type: unknown): Words | null =>
  typeof type === 'string' && Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as EventType] : null;

function firstIn(data: unknown, fields: readonly string[]): string | null {
  const told = (data ?? {}) as Readonly<Record<string, unknown>>;
  const found = fields.map((field) => told[field]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}
