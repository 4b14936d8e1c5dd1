import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  areFewCases,
  caseConditions,
  type CaseLineFilters,
} from '../../api/read-models/case-line-filters.ts';
import { CASE_LINES, CASE_ORDERS } from '../../api/read-models/case-lines.ts';
import {
  areFewContacts,
  contactConditions,
  type ContactLineFilters,
} from '../../api/read-models/contact-line-filters.ts';
import { CONTACT_LINES, CONTACT_ORDERS } from '../../api/read-models/contact-lines.ts';
import { linePage, type LineQuery, type Lines } from '../../api/read-models/line-list.ts';
import { taskQueues } from '../../api/read-models/task-queues.ts';
import { BIG, caseIdOf, fillCountry } from '../../tools/bench/lists/country.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { queryPlan } from '../support/query-plan.ts';
import { testDatabase } from '../support/servers.ts';

const [OFFICE] = BIG;
const database = forThisFile(testDatabase);
beforeAll(async () => {
  await fillCountry(database.pool, { cases: 30_000, contacts: 60_000, tasks: 20_000, bigTasks: 1_500 });
});

const READ_WHOLE = /Seq Scan on (disease_case|contact|isolation|task)\b/;
const SOMEWHERE = caseIdOf(15_000);
const page = (more: Partial<LineQuery>): LineQuery => ({
  columns: ['version', 'stage', 'district'],
  conditions: [],
  order: { descending: true },
  within: [''],
  isNarrow: false,
  isUsual: true,
  limit: 50,
  ...more,
});
const planOf = (lines: Lines, more: Partial<LineQuery>): Promise<string> => {
  const { text, values } = linePage(lines, page(more));
  return queryPlan(database.pool, text, values);
};
const WITHIN = [
  ['the country', ['']],
  ['a province', ['11']],
  ['a district', [OFFICE]],
] as const;

describe('no line list reads a whole table', () => {
  test.each(Object.keys(CASE_ORDERS) as (keyof typeof CASE_ORDERS)[])('of cases by %s', async (name) => {
    const order = CASE_ORDERS[name];
    const key =
      'key' in order
        ? { next_due_at: '~', onset_on: '2026-01-01', confirmed_at: '2026-01-01' }[order.key]
        : '';
    for (const [, within] of WITHIN)
      for (const after of [undefined, { key, id: SOMEWHERE }])
        expect(await planOf(CASE_LINES, { order, within, after })).not.toMatch(READ_WHOLE);
  });
  test.each(Object.keys(CONTACT_ORDERS) as (keyof typeof CONTACT_ORDERS)[])(
    'of contacts by %s',
    async (name) => {
      const order = CONTACT_ORDERS[name];
      const key = 'key' in order ? '2026-01-01' : '';
      for (const [, within] of WITHIN)
        for (const after of [undefined, { key, id: SOMEWHERE }])
          expect(await planOf(CONTACT_LINES, { order, within, after })).not.toMatch(READ_WHOLE);
    },
  );
});

const IN_ORDER = /Index Scan (Backward )?using \w+/;
/** Of codes that nobody has, that few have and that most have. */
const CASES: readonly [string, CaseLineFilters, RegExp][] = [
  ['a disease that nobody has', { disease: ['mers'] }, /disease_case_by_codes/],
  ['a classification that nobody has', { classification: ['probable'] }, /disease_case_by_codes/],
  ['an outcome that nobody has', { outcome: ['unknown'] }, /disease_case_by_codes/],
  ['a tier that few have', { tier: ['intensive'] }, /disease_case_by_codes/],
  ['a disease that all have', { disease: ['covid-19'] }, IN_ORDER],
  ['the outcome of most', { outcome: ['recovered'] }, IN_ORDER],
  ['a stage that few are at', { stage: ['in-hospital'] }, IN_ORDER],
  ['the stage of most', { stage: ['released'] }, IN_ORDER],
  ['those of one person', { personId: [SOMEWHERE] }, /disease_case_by_person/],
  ['an officer', { officer: [`isolation-officer-${OFFICE}-7`] }, /isolation_of_officer/],
  [
    'an end of isolation that nobody has',
    { isolationEndsBefore: '2020-01-01T00:00:00Z' },
    /isolation_by_end/,
  ],
  ['an end of isolation that all have', { isolationEndsBefore: '2050-01-01T00:00:00Z' }, IN_ORDER],
  ['what is due', { nextDueBefore: '2020-01-01T00:00:00Z' }, IN_ORDER],
];
const CONTACTS: readonly [string, ContactLineFilters, RegExp][] = [
  ['a risk that nobody has', { riskLevel: ['none'] }, /contact_by_codes/],
  ['a certainty that nobody has', { certainty: ['confirmed'] }, /contact_by_codes/],
  ['those who were found by an entry log', { foundBy: ['entryLog'] }, /contact_by_codes/],
  ['those who became cases', { status: ['converted'] }, /contact_by_codes/],
  ['those who were lost', { followUpStatus: ['lost'] }, /contact_by_codes/],
  ['a risk that many have', { riskLevel: ['close'] }, IN_ORDER],
  ['those who are active', { status: ['active'] }, IN_ORDER],
  ['those of one case', { sourceCaseId: [SOMEWHERE] }, /contact_(of|by)_source/],
  ['those where one person is the contact', { personId: [SOMEWHERE] }, /contact_by_person/],
];

describe('a filter finds what few have, and does not look for what most have', () => {
  test.each(CASES)('cases: %s', async (_what, filter, index) => {
    for (const [where, within] of WITHIN) {
      const isNarrow = areFewCases(filter);
      const plan = await planOf(CASE_LINES, { within, conditions: caseConditions(filter), isNarrow });
      expect(plan).not.toMatch(READ_WHOLE);
      if (where === 'the country') expect(plan).toMatch(index);
    }
  });
  test.each(CONTACTS)('contacts: %s', async (_what, filter, index) => {
    for (const [where, within] of WITHIN) {
      const isNarrow = areFewContacts(filter);
      const plan = await planOf(CONTACT_LINES, { within, conditions: contactConditions(filter), isNarrow });
      expect(plan).not.toMatch(READ_WHOLE);
      if (where === 'the country') expect(plan).toMatch(index);
    }
  });
});

test('queues are counted in the order of their index, without sorting the tasks', async () => {
  const heard: { text: string; values: unknown[] }[] = [];
  const listening = { query: async (query: (typeof heard)[number]) => (heard.push(query), { rows: [] }) };
  const queues = taskQueues(listening as never);
  for (const [, within] of WITHIN) await queues({ limit: 50 }, within);
  await queues({ limit: 50, cursor: { district: OFFICE, team: 'diagnostic-testing', kind: 'kits-low' } }, [
    '11',
  ]);
  expect(heard).toHaveLength(4);
  for (const { text, values } of heard) {
    const plan = await queryPlan(database.pool, text, values);
    expect(plan).toMatch(/Index Only Scan using task_of_queue/);
    expect(plan.match(/Sort/g)?.length).toBe(2); // of the queues of the page, and its key
  }
});
