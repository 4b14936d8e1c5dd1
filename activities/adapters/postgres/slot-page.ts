import type pg from 'pg';
import type { BatchOutcome, BulkStep } from '../../ports/bulk-progress.ts';
import { BEFORE_ALL, inBatch } from './bulk-batch.ts';

type Slot = BulkStep & Readonly<{ day: string; slot: string }>;

/**
 * One page of a slot's checks, in the order of their people. `sql` is asked with the day, the slot, the last person before
 * and how many at `most`; `work` answers what is counted.
 */
export const slotPage = <Row extends Readonly<{ personId: string }>>(
  pool: pg.Pool,
  { day, slot, ...step }: Slot,
  { sql, most }: Readonly<{ sql: string; most: number }>,
  work: (rows: readonly Row[], client: pg.PoolClient) => Promise<Readonly<Record<string, number>>>,
): Promise<BatchOutcome> =>
  inBatch(pool, step, async (client, cursor) => {
    const { rows } = await client.query<Row>(sql, [day, slot, cursor || BEFORE_ALL, most]);
    const counts = await work(rows, client);
    return { cursor: rows.at(-1)?.personId ?? cursor, done: rows.length < most, counts };
  });
