import type pg from 'pg';
import type { ListedPatient } from '../../../domain/bulk-work/listed-patient.ts';
import type { ImportedCase, ImportRows } from '../../ports/import-rows.ts';
import { SealRefused, type Sealed } from '../../ports/personal-values.ts';
import type { TextSeal } from './sealed-text.ts';

const AT_ONCE = 200;

type Seals = Readonly<{ texts: TextSeal; index: (text: string) => string }>;
type Row = Readonly<{ number: number; sealed: Sealed | null; fault: string | null }>;

/** A seal of one row does not open in another. */
const place = (runId: string, number: number): string => `import:${runId}:${number}`;

export function pgImportRows(pool: pg.Pool, { texts, index }: Seals, batch = AT_ONCE): ImportRows {
  const importedAs = async (key: string): Promise<ImportedCase | undefined> => {
    const { rows } = await pool.query<ImportedCase>(
      'select case_id as "caseId", run_id as "runId", number from imported_case where key = $1',
      [key],
    );
    return rows[0];
  };
  return {
    batch,
    importedAs,
    keyOf: (source, patientId) => index(`import\n${source}\n${patientId}`),
    async keep(runId, rows) {
      const kept = rows.map((row) =>
        'fault' in row
          ? { number: row.line, fault: row.fault }
          : { number: row.line, sealed: texts.seal(place(runId, row.line), JSON.stringify(row.values)) },
      );
      await pool.query(
        `insert into import_row (run_id, number, sealed, fault)
         select $1, number, sealed, fault from jsonb_to_recordset($2::jsonb)
           as r(number integer, sealed jsonb, fault text)
         on conflict (run_id, number) do nothing`,
        [runId, JSON.stringify(kept)],
      );
    },
    async drop(runId) {
      await pool.query(
        'delete from import_row where run_id = $1 and not exists (select from bulk_run where id = $1)',
        [runId],
      );
    },
    async page(runId, after, limit) {
      const { rows } = await pool.query<Row>(
        'select number, sealed, fault from import_row where run_id = $1 and number > $2 order by number limit $3',
        [runId, after, limit],
      );
      return rows.map(({ number, sealed, fault }) => ({
        number,
        ...(fault === null ? {} : { fault }),
        open: () => {
          if (sealed === null) throw new SealRefused('erased');
          return JSON.parse(texts.open(place(runId, number), sealed)) as ListedPatient;
        },
      }));
    },
    async forgetPassed(runId, step) {
      await pool.query(
        `update import_row i set sealed = null from bulk_progress p
         where i.run_id = $1 and i.sealed is not null and p.run_id = i.run_id and p.step = $2
           and i.number <= case p.cursor when '' then 0 else p.cursor::integer end`,
        [runId, step],
      );
    },
    async remember(key, { caseId, runId, number }) {
      await pool.query(
        `insert into imported_case (key, case_id, run_id, number) values ($1, $2, $3, $4)
         on conflict (key) do nothing`,
        [key, caseId, runId, number],
      );
      const standing = await importedAs(key);
      if (standing === undefined) throw new Error('the imported case was not stored');
      return standing;
    },
  };
}
