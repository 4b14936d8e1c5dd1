import type pg from 'pg';
import { inBatch } from './bulk-batch.ts';
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
    batch: (step, work) => inBatch(pool, step, (_client, cursor) => work(cursor)),
    async record(runId, results) {
      await pool.query(
        `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
         select $1, "subjectKind", "subjectId", outcome, details from jsonb_to_recordset($2::jsonb)
           as r("subjectKind" text, "subjectId" text, outcome text, details jsonb)
         on conflict (run_id, subject_kind, subject_id) do nothing`,
        [runId, JSON.stringify(results)],
      );
    },
  };
}
