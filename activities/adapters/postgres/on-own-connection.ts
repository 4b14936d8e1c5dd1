import type pg from 'pg';

const PATIENCE_MILLISECONDS = 5_000;

/**
 * Work on a connection, for a while and no longer: after any failure the connection is closed, which also ends its
 * transaction, since what came of its last statement is not known.
 */
export async function onOwnConnection<Result>(
  pool: pg.Pool,
  as: 'statements' | 'transaction',
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let lost: (error: Error) => void = () => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    lost = reject;
  });
  client.on('error', lost);
  const timer = setTimeout(() => lost(new Error('access records: no answer in time')), PATIENCE_MILLISECONDS);
  try {
    const result = await Promise.race([as === 'transaction' ? whole(client, work) : work(client), gone]);
    client.off('error', lost);
    client.release();
    return result;
  } catch (error) {
    client.release(true); // its listener stays: what it says on its way out ends nothing
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function whole<Result>(
  client: pg.PoolClient,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  const result = await work(client);
  await client.query('commit');
  return result;
}
