import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { totalOf } from '../../../../api/figures/groups.ts';
import { binsOf, percentile, percentilesOf } from '../../../../api/figures/percentiles.ts';

const each = (...values: readonly number[]) => values.map((value) => ({ value, count: 1 }));

test('a percentile is a value that was found: the first that the share reaches', () => {
  const ten = each(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  expect(percentilesOf(ten)).toEqual({ n: 10, min: 1, p10: 1, median: 5, p90: 9, max: 10 });
  expect(percentilesOf(each(4, 1, 3))).toMatchObject({ p10: 1, median: 3, p90: 4 });
  expect(percentilesOf(each(-2))).toEqual({ n: 1, min: -2, p10: -2, median: -2, p90: -2, max: -2 });
});

test('a value counts as often as it was found', () => {
  const counted = [
    { value: 5, count: 1 },
    { value: 2, count: 9 },
    { value: 9, count: 0 },
  ];
  expect(percentilesOf(counted)).toEqual({ n: 10, min: 2, p10: 2, median: 2, p90: 2, max: 5 });
});

test('of nothing there is none', () => {
  expect(percentilesOf([])).toEqual({ n: 0, min: null, p10: null, median: null, p90: null, max: null });
});

const anyCounts = fc.array(
  fc.record({ value: fc.integer({ min: -50, max: 50 }), count: fc.integer({ min: 0, max: 5 }) }),
);
test('at least the share is as small, and less than the share is smaller', () => {
  fc.assert(
    fc.property(anyCounts, fc.constantFrom(0.1, 0.5, 0.9, 1), (values, share) => {
      const found = percentile(values, share);
      fc.pre(found !== null);
      const needed = share * totalOf(values);
      expect(totalOf(values.filter(({ value }) => value <= found))).toBeGreaterThanOrEqual(needed);
      expect(totalOf(values.filter(({ value }) => value < found))).toBeLessThan(needed);
    }),
  );
});

test('bins hold everything, each value in one of them', () => {
  expect(binsOf(each(-1, 0, 1, 2, 3, 10), [0, 2, 10])).toEqual([
    { from: null, below: 0, count: 1 },
    { from: 0, below: 2, count: 2 },
    { from: 2, below: 10, count: 2 },
    { from: 10, below: null, count: 1 },
  ]);
  fc.assert(
    fc.property(anyCounts, (values) => {
      const inBins = binsOf(values, [-3, 0, 1, 20]).reduce((sum, { count }) => sum + count, 0);
      expect(inBins).toBe(totalOf(values));
    }),
  );
});
