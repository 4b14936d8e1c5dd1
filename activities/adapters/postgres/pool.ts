import pg from 'pg';

/** Connections to our own database. Errors on idle connections are told, not thrown: the next query reconnects. */
export function connectionPool(
  databaseUrl: string,
  max: number,
  onIdleError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, connectionTimeoutMillis: 5_000 });
  pool.on('error', onIdleError);
  return pool;
}
