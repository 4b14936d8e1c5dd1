import { describe, expect, test } from '@jest/globals';
import { curveOf } from '../../../../api/figures/curve.ts';
import type { CurveCounts } from '../../../../api/read-models/figures/epidemic-curve.ts';

const counts: CurveCounts = {
  asOf: '2021-01-05T00:00:00.000Z',
  today: '2021-01-05',
  first: '2020-12-30',
  last: '2021-01-06',
  days: [
    { day: '2020-12-31', class: 'confirmed', count: 2 },
    { day: '2020-12-31', class: 'suspected', count: 1 },
    { day: '2021-01-04', class: 'probable', count: 3 },
  ],
  others: [
    { day: 'unknown', class: 'confirmed', count: 4 },
    { day: 'before', class: 'suspected', count: 5 },
  ],
  lately: { n: 10, days: 2 },
};
const byDay = { by: 'onset', per: 'day' } as const;

test('every day is there, with its classes and their sum', () => {
  const { points } = curveOf(counts, byDay);
  expect(points.map(({ from, cases }) => [from, cases])).toEqual([
    ['2020-12-30', 0],
    ['2020-12-31', 3],
    ['2021-01-01', 0],
    ['2021-01-02', 0],
    ['2021-01-03', 0],
    ['2021-01-04', 3],
    ['2021-01-05', 0],
    ['2021-01-06', 0],
  ]);
  expect(points[1]).toEqual({
    ...{ from: '2020-12-31', to: '2020-12-31', week: '2020-W53', incomplete: false },
    ...{ confirmed: 2, probable: 0, suspected: 1, cases: 3 },
  });
});

test('what is not on the curve is counted beside it', () => {
  const { total, unknown, before, after } = curveOf(counts, byDay);
  expect([unknown.cases, before.cases, after.cases, total]).toEqual([4, 5, 0, 15]);
});

test('by week, the week over New Year is one', () => {
  const weeks = { ...counts, first: '2020-12-28', last: '2021-01-10' };
  expect(curveOf(weeks, { by: 'onset', per: 'week' }).points).toMatchObject([
    { from: '2020-12-28', to: '2021-01-03', week: '2020-W53', cases: 3, incomplete: true },
    { from: '2021-01-04', to: '2021-01-10', week: '2021-W01', cases: 3, incomplete: true },
  ]);
});

describe('the newest days are incomplete', () => {
  const incomplete = (from: CurveCounts, by: 'onset' | 'report') =>
    curveOf(from, { by, per: 'day' }).points.flatMap((one) => (one.incomplete ? [one.from] : []));
  test('by onset, as many as it takes to be reported, and today', () => {
    expect(incomplete(counts, 'onset')).toEqual(['2021-01-03', '2021-01-04', '2021-01-05', '2021-01-06']);
  });
  test('seven where few were reported lately', () => {
    const few = { ...counts, lately: { n: 9, days: 2 } };
    expect(incomplete(few, 'onset')[0]).toBe('2020-12-30');
    expect(curveOf(few, byDay)).toMatchObject({
      incompleteFrom: '2020-12-29',
      reportingDelay: { n: 9, days: 7, measured: false },
    });
  });
  test('by report only today, which is not over', () => {
    expect(incomplete(counts, 'report')).toEqual(['2021-01-05', '2021-01-06']);
    expect(curveOf(counts, { by: 'report', per: 'day' }).reportingDelay).toBeNull();
  });
});
