import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { cellsOf, IMPORT_COLUMNS, type ListedRow } from '../support/import-list.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

const who = () => ({ commandId: randomUUID(), fingerprint: '', by: 'officer' });
const GILDONG = { name: '홍길동', phone: '010-7315-5000', birth_date: '1980-01-02', sex: 'male' };
const listed = (rows: readonly ListedRow[], more: object = {}) =>
  world.ask.requestImport({
    ...who(),
    source: 'office',
    disease: 'covid-19',
    district: '11110',
    headings: [...IMPORT_COLUMNS],
    lines: rows.map((row, index) => ({ line: index + 2, cells: cellsOf(100 + index, row) })),
    ...more,
  });
type Result = Readonly<{ row: string; outcome: string; details: Readonly<Record<string, string>> }>;
const resultsOf = async (id: string): Promise<readonly Result[]> =>
  (
    await world.pool.query<Result>(
      'select subject_id as row, outcome, details from bulk_result where run_id = $1 order by subject_id',
      [id],
    )
  ).rows;
const outcomesOf = async (id: string) => (await resultsOf(id)).map(({ outcome }) => outcome);
const made = async () =>
  (
    await world.pool.query<{ cases: number; people: number; rows: number; tasks: number }>(
      `select (select count(*)::int from disease_case) as cases, (select count(*)::int from person) as people,
         (select count(*)::int from import_row) as rows,
         (select count(*)::int from task where state ->> 'kind' = 'import-doubtful') as tasks`,
    )
  ).rows[0];
const countsOf = async (id: string) => (await world.uses.bulkRuns.load(id)).aggregate.state.counts;
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const begun = performance.now(); performance.now() - begun < 30_000;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to that');
};
const decide = (taskId: string | undefined, decision: 'samePerson' | 'anotherPerson') =>
  world.ask.decideTask({ ...who(), expectedVersion: 1, taskId: taskId ?? '', decision });

/** The one who is known, somebody with their name and birth date, and the first one again in the same list. */
const LIST: readonly ListedRow[] = [
  { patient_id: 'L1', ...GILDONG },
  { patient_id: 'L2', ...GILDONG, phone: '010-7315-5001' },
  { patient_id: 'L3', ...GILDONG },
  { patient_id: 'L4', phone: 'none' },
];

test('a dry run says what would become of each row, and leaves nothing behind', async () => {
  const before = await made();
  const { id } = await listed(LIST, { dryRun: true });
  await world.ended(`import/${id}`);
  expect(
    (await resultsOf(id)).map(({ outcome, details }) => [outcome, details['code'], details['likeLine']]),
  ).toEqual([
    ['would-create', undefined, undefined],
    ['would-be-doubtful', undefined, '2'],
    ['would-match', undefined, '2'],
    ['would-be-refused', 'phone/not-a-persons-number', undefined],
  ]);
  expect(await made()).toEqual(before);
}, 60_000);

test('a row of somebody known is theirs, one in doubt waits for a person and goes on as they decide', async () => {
  const { id } = await listed([...LIST, { patient_id: 'L5', ...GILDONG, phone: '010-7315-5002' }]);
  const process = `import/${id}`;
  await until(async () => (await made())?.tasks === 2);
  await world.paused(process);
  expect(await outcomesOf(id)).toEqual(['created', 'doubtful', 'already-there', 'refused', 'doubtful']);
  const [first, second, third, , fifth] = (await resultsOf(id)).map(({ details }) => details);
  expect(third).toMatchObject({ caseId: first?.['caseId'], score: '1' });
  expect(third?.['reasons']).toBe('phone-same,birth-date-same,name-same,sex-same');
  expect(second).toMatchObject({ score: '0.6', reasons: 'birth-date-same,name-same,sex-same' });
  expect(second?.['personId']).toBe(third?.['personId']);
  expect(await made()).toMatchObject({ cases: 1, people: 1, tasks: 2 });
  const sealed = await world.pool.query(
    'select number from import_row where sealed is not null order by number',
  );
  expect(sealed.rows).toEqual([{ number: 3 }, { number: 6 }]);
  const { aggregate } = await world.uses.tasks.load(second?.['taskId'] ?? '');
  expect(aggregate.state.reason).toBe(`row 000003 person ${second?.['personId'] ?? ''} score 0.6`);

  await world.rest(); // nobody works while it is decided
  await decide(second?.['taskId'], 'anotherPerson');
  await world.work();
  await until(async () => (await outcomesOf(id))[1] === 'created');
  expect(await made()).toMatchObject({ cases: 2, people: 2 });
  await decide(fifth?.['taskId'], 'samePerson');
  await world.ended(process);
  expect(await made()).toMatchObject({ cases: 2, people: 2 });
  const [, another, , , same] = await resultsOf(id);
  expect([another?.details['decision'], another?.outcome]).toEqual(['anotherPerson', 'created']);
  expect(same).toMatchObject({
    outcome: 'already-there',
    details: { decision: 'samePerson', caseId: first?.['caseId'], personId: second?.['personId'] },
  });
  expect(await countsOf(id)).toEqual({ created: 2, doubtful: 0, 'already-there': 2, refused: 1 });
  expect((await world.pool.query('select from import_row where sealed is not null')).rowCount).toBe(0);
  await keepBulkHistory(world.client, process, 'import-rows-in-doubt');
}, 120_000);

test('of somebody known whose episode is over a new one is entered', async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    `update disease_case set state = jsonb_set(state, '{stage}', '"released"') returning id`,
  );
  const { id } = await listed([{ patient_id: 'L9', ...GILDONG }]);
  await world.ended(`import/${id}`);
  const [row] = await resultsOf(id);
  expect(row?.outcome).toBe('matched');
  expect(rows.map((one) => one.id)).not.toContain(row?.details['caseId']);
  expect(await made()).toMatchObject({ cases: 3, people: 2 });
}, 60_000);

const HANEUL = { name: '김하늘', phone: '010-7315-6000', birth_date: '1970-05-06', sex: 'female' };

test('a link is counted once: between rows that nobody doubts at once, of one in doubt when it is decided', async () => {
  const rows: readonly (readonly [row: ListedRow, infectedBy: string])[] = [
    [{ patient_id: 'K1', ...HANEUL }, ''],
    [{ patient_id: 'K2' }, 'K1'],
    [{ patient_id: 'K3', ...HANEUL, phone: '010-7315-6001' }, 'K1'],
    [{ patient_id: 'K4' }, 'K1 K3'],
  ];
  const { id } = await listed([], {
    headings: [...IMPORT_COLUMNS, 'infectedBy'],
    lines: rows.map(([row, infectedBy], index) => ({
      line: index + 2,
      cells: [...cellsOf(200 + index, row), infectedBy],
    })),
  });
  await world.paused(`import/${id}`);
  const linked = async () => (await resultsOf(id)).filter(({ outcome }) => outcome === 'linked').length;
  expect(await linked()).toBe(1);
  const doubt = (await resultsOf(id)).find(({ outcome }) => outcome === 'doubtful');
  await decide(doubt?.details['taskId'], 'anotherPerson');
  await world.ended(`import/${id}`);
  expect([await linked(), await countsOf(id)]).toEqual([4, { created: 4, doubtful: 0, linked: 4 }]);
  expect((await world.pool.query('select from import_row where links is not null')).rowCount).toBe(0);
}, 60_000);
