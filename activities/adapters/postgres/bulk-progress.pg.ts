import type pg from 'pg';
import type { BulkProgress, StepProgress } from '../../ports/bulk-progress.ts';

type Row = Omit<StepProgress, 'movedAt'> & { movedAt: Date };

export function pgBulkProgress(pool: pg.Pool): BulkProgress {
  return {
    async of(runId) {
      const { rows } = await pool.query<Row>(
        'select step, done, counts, moved_at as "movedAt" from bulk_progress where run_id = $1 order by step',
        [runId],
      );
      return rows.map((row) => ({ ...row, movedAt: row.movedAt.toISOString() }));
    },
    async find(kind, key) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from bulk_run where kind = $1 and key = $2',
        [kind, key],
      );
      return rows[0]?.id;
    },
  };
}
