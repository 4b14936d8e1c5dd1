import pg from 'pg';

/**
 * A host that vanished closes no connection: its locks would last until PostgreSQL notices by itself, in hours. So the
 * server asks after a quiet connection, and gives up one that takes nothing any more.
 */
export const NOTICES_A_LOST_HOST =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000';

/** Many small questions at once: none takes the processors of the others, and none is compiled first. */
const SHORT_READS = '-c max_parallel_workers_per_gather=0 -c jit=off';

type OnIdleError = (error: Error) => void;

/** Connections to our own database. Errors on idle connections are told, not thrown: the next query reconnects. */
export const connectionPool = (databaseUrl: string, max: number, onIdleError: OnIdleError): pg.Pool =>
  pooled({ connectionString: databaseUrl, max, options: NOTICES_A_LOST_HOST }, onIdleError);

/** The same for pages that people read: beside the others, so that no command waits behind a list. */
export const readingPool = (databaseUrl: string, max: number, onIdleError: OnIdleError): pg.Pool =>
  pooled(
    { connectionString: databaseUrl, max, options: `${NOTICES_A_LOST_HOST} ${SHORT_READS}` },
    onIdleError,
  );

function pooled(config: pg.PoolConfig, onIdleError: OnIdleError): pg.Pool {
  const pool = new pg.Pool({ ...config, connectionTimeoutMillis: 5_000 });
  pool.on('error', onIdleError);
  return pool;
}

/**
 * Work on one connection of the pool. One that is lost between two queries is told by the next of them; unheard, it would
 * end the process.
 */
export async function onConnection<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    return await work(client);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}
