import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { densest, type Coming } from '../../../api/read-models/tracing/densest.ts';

const at = (...pairs: readonly (readonly [string, number])[]): readonly Coming[] =>
  pairs.map(([caseId, came]) => ({ caseId, came }));

test('the span with the most different cases, the first of equals, both ends included', () => {
  const comings = at(['a', 0], ['a', 1], ['c', 20], ['d', 25], ['d', 30], ['e', 31], ['f', 60], ['g', 61]);
  expect(densest(comings, 10)).toEqual(at(['c', 20], ['d', 25], ['d', 30]));
  expect(densest(comings, 11)).toEqual(at(['c', 20], ['d', 25], ['d', 30], ['e', 31]));
  expect(densest([], 10)).toEqual([]);
});

test('any visits: as many cases as by trying every span', () => {
  const coming = fc.record({ caseId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), came: fc.nat(30) });
  fc.assert(
    fc.property(fc.array(coming, { maxLength: 15 }), fc.nat(12), (some, span) => {
      const comings = some.toSorted((one, other) => one.came - other.came);
      const within = (start: number): readonly Coming[] =>
        comings.filter(({ came }) => came >= start && came <= start + span);
      const count = (them: readonly Coming[]): number => new Set(them.map(({ caseId }) => caseId)).size;
      const most = Math.max(0, ...comings.map(({ came }) => count(within(came))));
      const found = densest(comings, span);
      const first = comings.find(({ came }) => count(within(came)) === most)?.came;
      expect([count(found), found[0]?.came]).toEqual([most, first]);
      if (first !== undefined) expect(found).toEqual(within(first));
    }),
    { numRuns: 500 },
  );
});
