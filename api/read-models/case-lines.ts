import type { Lines, Order } from './line-list.ts';
import { dayInSeoul, known } from './sql-words.ts';

const COLUMNS = {
  caseId: { sql: 'c.id' },
  version: { sql: 'c.version' },
  personId: { sql: 'c.person_id' },
  registryNumber: { sql: 'c.registry_number' },
  classification: { sql: 'c.classification' },
  stage: { sql: 'c.stage' },
  disease: { sql: 'c.disease' },
  district: { sql: 'c.district' },
  openedAt: { sql: 'c.opened_at' },
  // No list of the past tells when it was reported.
  reportDate: { sql: `case when not c.state ? 'recorded' then ${dayInSeoul('c.opened_at')} end` },
  dateOfSymptomOnset: { sql: known('c.onset_on') },
  confirmationDate: { sql: dayInSeoul(known('c.confirmed_at')) },
  tier: { sql: `c.state #>> '{tier,tier}'` },
  isolationStage: { sql: 'i.stage', from: 'isolation' },
  isolationEndsAt: { sql: `i.state ->> 'endsAt'`, from: 'isolation' },
  outcome: { sql: `c.state #>> '{outcome,outcome}'` },
  dateOfOutcome: { sql: `c.state #>> '{outcome,on}'` },
  recordedEnd: { sql: `c.state #>> '{recorded,ended,as}'` },
  dateOfRecordedEnd: { sql: `c.state #>> '{recorded,ended,on}'` },
  nextDueAt: { sql: known('c.next_due_at') },
  officer: { sql: 'i.officer', from: 'isolation' },
} as const satisfies Lines['columns'];

export const CASE_COLUMNS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];
export const CASE_LINES: Lines = {
  table: 'disease_case',
  personId: 'c.person_id',
  columns: COLUMNS,
  joins: { isolation: `left join isolation i on i.case_id = c.id::text and i.kind = 'isolation'` },
};

/** What is not known comes last, whichever the order. */
export const CASE_ORDERS = {
  '-caseId': { descending: true },
  caseId: { descending: false },
  '-dateOfSymptomOnset': { key: 'onset_on', descending: true },
  '-confirmationDate': { key: 'confirmed_at', descending: true },
  nextDueAt: { key: 'next_due_at', descending: false },
} as const satisfies Readonly<Record<string, Order>>;
