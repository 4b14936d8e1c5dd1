import type pg from 'pg';
import type { ListedPatient } from '../../../domain/bulk-work/listed-patient.ts';
import type { ImportRows, SettledDoubt } from '../../ports/import-rows.ts';
import type { Sealed } from '../../ports/personal-values.ts';

type Doubt = Readonly<{ number: number; sealed: Sealed | null; personId: string; taskId: string }> &
  Readonly<{ stage: string; decision: string | null }>;
type Opened = <Values>(
  runId: string,
  row: Readonly<{ number: number; sealed: Sealed | null }>,
) => () => Values;

const RESULT = `b.run_id = i.run_id and b.subject_kind = 'row' and b.subject_id = lpad(i.number::text, 6, '0')
  and b.outcome = 'doubtful'`;
/** Of `import_row i`: a person is to decide whether its patient is somebody known. */
export const IN_DOUBT = `exists (select from bulk_result b where ${RESULT})`;

const DOUBTS = `select i.number, i.sealed, b.details ->> 'personId' as "personId", t.id as "taskId",
    t.state ->> 'stage' as stage, t.state ->> 'decision' as decision
  from bulk_result b join import_row i on ${RESULT} join task t on t.id = (b.details ->> 'taskId')::uuid
  where b.run_id = $1 and b.outcome = 'doubtful'`;

/** Rows that may be somebody who is known. */
export function doubtfulRows(
  pool: pg.Pool,
  opened: Opened,
): Pick<ImportRows, 'doubt' | 'doubts' | 'settledDoubts' | 'settle'> {
  const doubtOf = (runId: string, { decision, ...row }: Doubt): SettledDoubt => ({
    number: row.number,
    personId: row.personId,
    taskId: row.taskId,
    ...(decision === null ? {} : { decision }),
    open: opened<ListedPatient>(runId, row),
  });
  return {
    async doubts(runId) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from bulk_result where run_id = $1 and outcome = 'doubtful'`,
        [runId],
      );
      return rows[0]?.count ?? 0;
    },
    async settledDoubts(runId) {
      const { rows } = await pool.query<Doubt>(
        `${DOUBTS} and t.state ->> 'stage' <> 'open' order by i.number`,
        [runId],
      );
      return rows.map((row) => doubtOf(runId, row));
    },
    async doubt(runId, number) {
      const { rows } = await pool.query<Doubt>(`${DOUBTS} and i.number = $2`, [runId, number]);
      const [row] = rows;
      return row === undefined ? undefined : doubtOf(runId, row);
    },
    async settle(runId, number, { subjectId, outcome, details }) {
      await pool.query(
        `with settled as (update bulk_result set outcome = $4, details = $5, recorded_at = clock_timestamp()
           where run_id = $1 and subject_kind = 'row' and subject_id = $2 and outcome = 'doubtful' returning 1),
         forgotten as (update import_row set sealed = null
           where run_id = $1 and number = $3 and exists (select from settled) returning 1)
         update bulk_progress set moved_at = clock_timestamp(), counts = counts || jsonb_build_object(
             'doubtful', coalesce((counts ->> 'doubtful')::int, 0) - 1, $4::text, coalesce((counts ->> $4)::int, 0) + 1)
         where run_id = $1 and step = 'rows' and exists (select from settled)`,
        [runId, subjectId, number, outcome, JSON.stringify(details)],
      );
    },
  };
}
