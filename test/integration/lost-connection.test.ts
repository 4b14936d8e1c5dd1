import { expect, test } from '@jest/globals';
import { inTransaction } from '../../activities/adapters/postgres/bulk-batch.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

test('a connection that is lost while its transaction waits fails the transaction, and not the process', async () => {
  const { pool } = database;
  const lost = inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => client.once('end', resolve));
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
    await client.query('select 1');
  });
  await expect(lost).rejects.toThrow(/terminat|not queryable|closed/i);
  expect(await inTransaction(pool, async (client) => (await client.query('select 1')).rowCount)).toBe(1);
});
