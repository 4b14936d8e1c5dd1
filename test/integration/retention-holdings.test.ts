import { expect, test } from '@jest/globals';
import { HOLDINGS } from '../../domain/bulk-work/holdings.ts';
import { EXPIRING, RAW_RECORDS, RETENTION } from '../../domain/bulk-work/retention.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

/** What the library that runs the migrations keeps for itself. */
const NOT_OURS = ['schema_migration'];

test('every column of the store is named with what becomes of what it tells of a person', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER' and table_name <> all ($1)`,
    [NOT_OURS],
  );
  const named = Object.entries(HOLDINGS).flatMap(([table, columns]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(named.sort()).toEqual(rows.map(({ name }) => name).sort());
});

test('every class of the sweep is a column’s, and every column’s class is the sweep’s', () => {
  const used = Object.values(HOLDINGS)
    .flatMap((columns) => Object.values(columns))
    .flatMap((one) => (typeof one === 'object' && 'destroyedBy' in one ? [one.destroyedBy].flat() : []));
  const known = [...Object.keys(RETENTION), ...Object.keys(EXPIRING), RAW_RECORDS.what];
  expect([...new Set([...used, 'import-row'])].sort()).toEqual(known.sort());
});
