import type pg from 'pg';

type Index = Readonly<{ name: string; definition: string }>;

/** Fills these tables without triggers, and makes their indexes once all rows are there. */
export async function withoutIndexes(
  pool: pg.Pool,
  tables: readonly string[],
  fill: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows: indexes } = await client.query<Index>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
       where i.indrelid = any ($1::text[]::regclass[]) and c.oid is null`,
      [tables],
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query('set session_replication_role = replica');
    await fill(client);
    await client.query('reset session_replication_role');
    await client.query(`set maintenance_work_mem = '256MB'`);
    for (const { definition } of indexes) await client.query(definition);
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
  } finally {
    client.release();
  }
}
