import { expect, test } from '@jest/globals';
import { casesQuery } from '../../../api/schemas/figures.ts';
import { caseLinesQuery } from '../../../api/schemas/line-list-queries.ts';
import { clustersQuery } from '../../../api/schemas/tracing.ts';

test.each([
  ['a figure', casesQuery, 'from', 'to'],
  ['a line list', caseLinesQuery, 'onsetFrom', 'onsetTo'],
  ['days of a moment', caseLinesQuery, 'openedFrom', 'openedTo'],
  ['clusters', clustersQuery, 'from', 'until'],
])('the last day of %s is no earlier than the first', (_what, query, from, to) => {
  const placesOf = (first: string, last: string) =>
    query.safeParse({ [from]: first, [to]: last }).error?.issues.map(({ path }) => path.join('/')) ?? [];
  expect(placesOf('2026-03-02', '2026-03-01')).toEqual([to]);
  expect(placesOf('2026-03-01', '2026-03-01')).toEqual([]);
  expect(query.safeParse({ [to]: '2026-03-01' }).success).toBe(true);
});
