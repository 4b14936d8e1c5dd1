import type pg from 'pg';

/** No piece of news is under way to a process, of these aggregates where some are named. */
export async function isAnnounced(pool: pg.Pool, ...ids: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query(
    `select from domain_event where dispatched_at is null and ($1 or aggregate_id::text = any ($2)) limit 1`,
    [ids.length === 0, ids],
  );
  return rows.length === 0;
}
