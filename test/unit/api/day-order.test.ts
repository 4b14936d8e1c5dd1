import { expect, test } from '@jest/globals';
import { accessListQuery } from '../../../api/schemas/access-records.ts';
import { exportedFilesQuery } from '../../../api/schemas/export-requests.ts';
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

test.each([
  ['access records', accessListQuery],
  ['files that were taken', exportedFilesQuery],
])('the end of %s is no earlier than the beginning, by whichever clock', (_what, query) => {
  const placesOf = (from: string, to: string) =>
    query.safeParse({ from, to }).error?.issues.map(({ path }) => path.join('/')) ?? [];
  expect(placesOf('2026-03-02T09:00:00+09:00', '2026-03-01T23:59:59Z')).toEqual(['to']);
  expect(placesOf('2026-03-02T09:00:00+09:00', '2026-03-02T00:00:00Z')).toEqual([]);
});
