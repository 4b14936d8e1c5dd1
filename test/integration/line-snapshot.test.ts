import { expect, test } from '@jest/globals';
import { CASE_LINES, CASE_ORDERS } from '../../api/read-models/case-lines.ts';
import { lineSnapshot } from '../../api/read-models/line-snapshot.ts';
import { aCase } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

const DISTRICT = '11110';
const ALL = {
  columns: ['stage'],
  conditions: [],
  order: CASE_ORDERS.caseId,
  within: [DISTRICT],
  isNarrow: false,
};
async function opened(): Promise<string> {
  const { id, state } = aCase({ district: DISTRICT });
  await database.pool.query('insert into disease_case (id, version, state) values ($1, 1, $2)', [id, state]);
  return id;
}
const inTransaction = async (): Promise<number | null> =>
  (
    await database.pool.query(`select from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`)
  ).rowCount;

test('every page is of the moment of the first, whatever happens meanwhile', async () => {
  const ids = [await opened(), await opened(), await opened()];
  const pages = lineSnapshot(database.pool, CASE_LINES, 2)(ALL);
  const first = await pages.next();
  await opened();
  await database.pool.query(
    `update disease_case set state = state || '{"stage": "released", "district": "26440"}' where id = $1`,
    [ids[2]],
  );
  const rest = await pages.next();
  const seen = [first, rest].flatMap(({ value }) => (value === undefined ? [] : value));
  expect(seen.map(({ place }) => place.id)).toEqual(ids);
  expect(seen[2]?.shown['stage']).not.toBe('released');
  expect((await pages.next()).done).toBe(true);
  expect(await inTransaction()).toBe(0);
});

test('whoever wants no more gives the connection back, and the transaction is over', async () => {
  await opened();
  for await (const page of lineSnapshot(database.pool, CASE_LINES, 1)(ALL)) {
    expect(page).toHaveLength(1);
    expect(await inTransaction()).toBe(1);
    break;
  }
  for (let looks = 0; looks < 50 && (await inTransaction()) !== 0; looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await inTransaction()).toBe(0);
});
