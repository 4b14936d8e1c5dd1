import { expect, test } from '@jest/globals';
import { historySchema } from '../../../domain/protocol/evaluation/history.schema.ts';
import { knownAt } from '../../../domain/protocol/evaluation/known.ts';
import { aHistory, kst } from '../../support/evaluation-fixtures.ts';

const AT = kst('2020-07-10 12:00:00');
const NOW = '2020-07-10T12:00:00+09:00';
const LATER = '2020-07-10T12:00:00.001+09:00';
const EARLIER = '2020-07-09T12:00:00+09:00';

test('facts of the present moment are known, of a millisecond later not', () => {
  const known = knownAt(
    aHistory({
      confirmedAt: NOW,
      judgedUntil: LATER,
      reports: [{ at: LATER }, { at: NOW, antipyretic: true }, { at: EARLIER, feverFreeForHours: 3 }],
      stays: [{ from: NOW }, { from: EARLIER, until: NOW }],
      tests: [
        { collectedAt: NOW, result: 'positive', testType: 'antibody', purpose: 'release' },
        { collectedAt: NOW, result: 'indeterminate', cycleThreshold: 30 },
        { collectedAt: NOW, result: 'negative' },
        { collectedAt: EARLIER, result: 'positive' },
      ],
    }),
    AT,
  );
  expect(known.confirmedAt).toBe(AT);
  expect(known.judgedUntil).toBeUndefined();
  const earlier = AT - 24 * 3_600_000;
  expect(known.reports).toMatchObject([
    { at: earlier, antipyretic: false, feverFreeForHours: 3 },
    { at: AT, antipyretic: true },
  ]);
  expect(known.stays).toEqual([
    { from: earlier, until: AT },
    { from: AT, until: undefined },
  ]);
  expect(known.tests).toEqual([
    { collectedAt: earlier, result: 'positive', testType: 'pcr', purpose: 'diagnostic' },
    { collectedAt: AT, result: 'negative', testType: 'pcr', purpose: 'diagnostic' },
    { collectedAt: AT, result: 'indeterminate', testType: 'pcr', purpose: 'diagnostic', cycleThreshold: 30 },
    { collectedAt: AT, result: 'positive', testType: 'antibody', purpose: 'release' },
  ]);
});

test('reports of one moment stand in the same order however they came', () => {
  const reports = [
    { at: NOW, symptoms: ['fever'] },
    { at: NOW, symptoms: ['cough'] },
    { at: NOW, course: 'notImproved' as const },
    { at: NOW, course: 'symptomFree' as const },
    { at: NOW, course: 'improving' as const },
    { at: NOW, symptoms: ['cough'] },
  ];
  const inOrder = (given: typeof reports) => knownAt(aHistory({ reports: given }), AT).reports;
  const stand = inOrder(reports);
  expect(stand?.map(({ course, symptoms }) => course ?? symptoms?.[0])).toEqual([
    'cough',
    'cough',
    'fever',
    'symptomFree',
    'improving',
    'notImproved',
  ]);
  expect(inOrder([...reports].reverse())).toEqual(stand);
});

test.each([
  { day: '1899-12-31', exists: false },
  { day: '1900-01-01', exists: true },
  { day: '2999-12-31', exists: true },
  { day: '3000-01-01', exists: false },
])('days and moments of our time: $day', ({ day, exists }) => {
  expect(historySchema.safeParse({ of: 'case', arrivedOn: day }).success).toBe(exists);
  expect(historySchema.safeParse({ of: 'case', confirmedAt: `${day}T12:00:00Z` }).success).toBe(exists);
});
