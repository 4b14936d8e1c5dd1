import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { cellsOf, IMPORT_COLUMNS, IMPORTED_NAME } from '../support/import-list.ts';

const world = forThisFile(bulkWorld);

const who = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer' });
/** Twenty-two people, and three rows that are none of them. */
const list = [
  ...Array.from({ length: 22 }, (_, number) => cellsOf(number)),
  cellsOf(3),
  cellsOf(90, { phone: 'no telephone' }),
  cellsOf(91, { released_date: '2020-07-09', state: 'released' }),
];
const asked = async () => {
  const { id } = await world.ask.requestImport({
    ...who(),
    source: 'ds4c',
    disease: 'covid-19',
    district: '11110',
    headings: [...IMPORT_COLUMNS],
    lines: list.map((cells, index) => ({ line: index + 2, cells })),
  });
  return { id, workflowId: `import/${id}` };
};
const number = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await world.pool.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values)).rows[0]
    ?.count ?? 0;
const resultsOf = async (id: string) =>
  (
    await world.pool.query<{ row: string; outcome: string; details: Readonly<Record<string, string>> }>(
      'select subject_id as row, outcome, details from bulk_result where run_id = $1 order by subject_id',
      [id],
    )
  ).rows;
const countsOf = async (id: string) => (await world.uses.bulkRuns.load(id)).aggregate.state.counts;
const made = async () => ({
  cases: await number('disease_case'),
  people: await number('person'),
  sealed: await number('import_row where sealed is not null'),
});

test('every row of a list is taken once, whoever pauses it and whatever kills the worker in between', async () => {
  const { id, workflowId } = await asked();
  world.arm('batch/after-commit', 1);
  await world.work();
  await world.killed('batch/after-commit');
  expect(await made()).toEqual({ cases: 10, people: 10, sealed: 23 });

  await world.ask.pauseRun({ ...who(), runId: id, expectedVersion: 1 });
  await world.work();
  await world.paused(workflowId);
  expect(await made()).toEqual({ cases: 10, people: 10, sealed: 13 }); // what is done is forgotten
  await world.rest();

  await world.ask.resumeRun({ ...who(), runId: id, expectedVersion: 2 });
  world.arm('batch/before-commit', 1);
  await world.work();
  await world.killed('batch/before-commit');
  await world.work();
  await world.ended(workflowId);

  expect(await made()).toEqual({ cases: 22, people: 22, sealed: 0 });
  const results = await resultsOf(id);
  expect(new Set(results.map(({ details }) => details['caseId'] ?? '')).size).toBe(23); // and one for no case
  expect(results.filter(({ outcome }) => outcome !== 'created')).toEqual([
    { row: '000024', outcome: 'refused', details: { code: 'row/patient-id-repeated' } },
    { row: '000025', outcome: 'refused', details: { code: 'phone/not-a-persons-number' } },
    { row: '000026', outcome: 'refused', details: { code: 'row/episode-over' } },
  ]);
  expect(await countsOf(id)).toEqual({ created: 22, refused: 3 });
  const history = JSON.stringify(await world.client.workflow.getHandle(workflowId).fetchHistory());
  expect(history + JSON.stringify(results)).not.toContain(IMPORTED_NAME);
  await keepBulkHistory(world.client, workflowId, 'import-killed-and-paused');
}, 120_000);

test('the same list again changes nothing, and tells which case each row is', async () => {
  const before = await made();
  const first = await number('imported_case');
  const { id, workflowId } = await asked();
  await world.ended(workflowId);
  expect(await made()).toEqual(before);
  expect(await number('imported_case')).toBe(first);
  expect(await countsOf(id)).toEqual({ 'already-there': 22, refused: 3 });
}, 60_000);
