import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/**
 * Until the feed shows what was committed before the call. It waits for every transaction of the server that began earlier,
 * and other test files have theirs on it.
 */
export async function shownByTheFeed(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select pg_current_xact_id() as id');
  for (;;) {
    const { rowCount } = await pool.query('select where pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8', [
      rows[0]?.id,
    ]);
    if (rowCount === 1) return;
    await sleep(20);
  }
}
