import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TASK_PAGE } from '../../api/read-models/task-list.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

const TASKS = 5_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(
    `insert into task (id, version, state) select gen_random_uuid(), 1, jsonb_build_object('stage', 'open', 'kind', 'no-answer',
       'priority', 1 + n % 3, 'level', n % 2, 'dueAt', '2026-03-0' || 1 + n % 9 || 'T01:00:00Z') from generate_series(1, $1::int) n`,
    [TASKS],
  );
  await database.pool.query('analyze task');
});
afterAll(async () => {
  await database.close();
});

test('a page of the worklist is read from its place on, in the order of its index', async () => {
  const unfiltered = [null, null, null, null, null, null, null];
  const place = [2, -1, '2026-03-05T01:00:00Z', '00000000-0000-0000-0000-000000000000'];
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${TASK_PAGE}`, [
    ...unfiltered,
    ...place,
    50,
    ['%'],
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index Scan using task_worklist on task/);
  expect(plan).toContain('Index Cond: (ROW(');
  expect(plan).not.toContain('Sort');
});
