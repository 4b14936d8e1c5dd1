import { expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { cellsOf, csvOf, IMPORTED_NAME } from '../support/import-list.ts';

const world = forThisFile(apiWorld);

const CSV = { 'content-type': 'text/csv' };
const post = (csv: string, headers: Record<string, string> = key(), about = 'source=ds4c&district=11110') =>
  world.call('POST', `/imports?${about}`, csv, { ...CSV, ...headers });
const rowsOf = async (runId: unknown) =>
  (
    await world.pool.query<{ number: number; fault: string | null; sealed: object | null }>(
      'select number, fault, sealed from import_row where run_id = $1 order by number',
      [runId],
    )
  ).rows;

test('a list is kept row by row, its values sealed, and its run is asked for once', async () => {
  const csv = csvOf([cellsOf(1), cellsOf(2, { state: 'released' })]);
  const headers = key();
  const asked = await post(csv, headers);
  expect([asked.status, asked.body]).toMatchObject([201, { stage: 'running', version: 1 }]);
  const { runId } = asked.body;
  expect(asked.headers.get('location')).toBe(`/bulk-runs/${String(runId)}`);
  const rows = await rowsOf(runId);
  expect(rows).toMatchObject([
    { number: 2, fault: null, sealed: { v: 1 } },
    { number: 3, fault: 'row/episode-over', sealed: null },
  ]);
  expect(JSON.stringify(rows)).not.toContain(IMPORTED_NAME);
  expect((await world.call('GET', `/bulk-runs/${String(runId)}`)).body).toMatchObject({ kind: 'import' });

  expect((await post(csv, headers)).body['runId']).toBe(runId);
  expect((await post(csvOf([cellsOf(9)]), headers)).status).toBe(422); // the key came with another list
  const { rows: kept } = await world.pool.query('select distinct run_id as "runId" from import_row');
  expect(kept).toEqual([{ runId }]);
});

test('each row that cannot be taken has its reason, and the others are kept', async () => {
  const { body } = await post(
    csvOf([
      cellsOf(1),
      cellsOf(2).slice(1),
      cellsOf(1),
      cellsOf(3, { patient_id: ' ' }),
      cellsOf(4, { confirmed_date: '2020-02-30' }),
      cellsOf(5, { confirmed_date: '' }),
      cellsOf(6, { symptom_onset_date: '2020-08-30' }),
      cellsOf(7, { released_date: '2020-07-01', state: 'released' }),
      cellsOf(8, { confirmed_date: '2999-01-01' }),
      cellsOf(9, { deceased_date: '2020-07-09', state: 'deceased' }),
      cellsOf(10, { state: 'lost' }),
      cellsOf(11, { name: '\uFFFD\uFFFD' }),
    ]),
  );
  expect((await rowsOf(body['runId'])).map(({ fault }) => fault)).toEqual([
    null,
    'row/columns-differ',
    'row/patient-id-repeated',
    'row/patient-id-missing',
    'row/date-malformed',
    'row/confirmed-date-missing',
    'row/dates-contradict',
    'row/dates-contradict',
    'row/date-in-future',
    'row/episode-over',
    'row/state-unknown',
    'row/text-damaged',
  ]);
});

test('a list that is none is refused, without a word of what stands in it', async () => {
  const good = csvOf([cellsOf(1)]);
  const refused = async (answer: ReturnType<typeof post>) => {
    const { status, body } = await answer;
    expect(JSON.stringify(body)).not.toContain(IMPORTED_NAME);
    return [status, body['code']];
  };
  expect(await refused(post(good.replace('birth_date', 'born')))).toEqual([422, 'import/columns-missing']);
  expect(await refused(post(csvOf([])))).toEqual([422, 'import/empty']);
  expect(await refused(post(''))).toEqual([422, 'import/columns-missing']);
  expect(await refused(post(`${good}\n"${IMPORTED_NAME}`))).toEqual([422, 'import/malformed']);
  const many = Array.from({ length: 10_001 }, () => ['x']);
  expect(await refused(post(csvOf(many)))).toEqual([422, 'import/too-many-rows']);
  expect(await refused(post('x'.repeat(4_200_000)))).toEqual([413, 'request/too-large']);
  expect(await refused(post(good, {}))).toEqual([400, 'idempotency-key/missing']);
  for (const about of [
    'district=11110',
    'source=ds4c',
    'source=DS4C%20!&district=11110',
    'source=a&district=1',
  ])
    expect(await refused(post(good, key(), about))).toEqual([400, 'request/invalid']);
  expect(await refused(post(good, { ...key(), 'content-type': 'application/json' }))).toEqual([
    415,
    'import/not-csv',
  ]);
  expect(await refused(post(good, { ...key(), 'content-type': 'text/plain' }))).toEqual([
    415,
    'import/not-csv',
  ]);
  expect(await refused(post(good, { ...key(), authorization: 'Bearer nobody' }))).toEqual([
    401,
    'token/missing-or-unknown',
  ]);
  expect(world.unexpected).toEqual([]);
});
