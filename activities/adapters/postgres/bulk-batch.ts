import type pg from 'pg';
import { crashPoint } from '../../ports/crash-points.ts';
import type { Batch, BatchOutcome, BulkStep } from '../../ports/bulk-progress.ts';
import { onConnection } from './pool.ts';

/** Where the first page begins: no row has this id. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * One batch of a step, its rows and its progress in one transaction. The step's row is locked, so a worker that was
 * taken for dead does no batch twice; a run that is paused does none.
 */
export async function inBatch(
  pool: pg.Pool,
  { runId, step }: BulkStep,
  work: (client: pg.PoolClient, cursor: string) => Promise<Batch>,
): Promise<BatchOutcome> {
  const outcome = await inTransaction(pool, async (client) => {
    await client.query(`set local lock_timeout = '5s'`); // tried again, rather than waiting past the heartbeat
    await client.query(
      'insert into bulk_progress (run_id, step) values ($1, $2) on conflict (run_id, step) do nothing',
      [runId, step],
    );
    const { rows } = await client.query<{ cursor: string; done: boolean; stage: string }>(
      `select p.cursor, p.done, r.stage from bulk_progress p join bulk_run r on r.id = p.run_id
       where p.run_id = $1 and p.step = $2 for update of p`,
      [runId, step],
    );
    const [progress] = rows;
    if (progress === undefined) throw new Error('a batch without its run');
    if (progress.done) return 'done';
    if (progress.stage === 'paused') return 'paused';
    const { cursor, done, counts } = await work(client, progress.cursor);
    await client.query(
      `update bulk_progress set cursor = $3, done = $4, moved_at = clock_timestamp(), counts = (
         select coalesce(jsonb_object_agg(name, number), '{}') from (
           select name, sum(value::bigint) as number
           from (select * from jsonb_each_text(counts) union all select * from jsonb_each_text($5)) as counted(name, value)
           group by name) added)
       where run_id = $1 and step = $2`,
      [runId, step, cursor, done, JSON.stringify(counts)],
    );
    crashPoint('batch/before-commit');
    return done ? 'done' : 'more';
  });
  crashPoint('batch/after-commit');
  return outcome;
}

export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  return onConnection(pool, async (client) => {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined); // where the connection is gone, so is the transaction
      throw error;
    }
  });
}
