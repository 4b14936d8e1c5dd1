import type pg from 'pg';
import type { ImportedCase, ImportRows, KeptLinks } from '../../ports/import-rows.ts';
import { SealRefused, type Sealed } from '../../ports/personal-values.ts';
import { doubtfulRows, IN_DOUBT } from './import-doubts.pg.ts';
import type { TextSeal } from './sealed-text.ts';

const AT_ONCE = 200;

type Seals = Readonly<{ texts: TextSeal; index: (text: string) => string }>;
type Row = Readonly<{ number: number; sealed: Sealed | null; fault: string | null }>;
type Infected = Readonly<{ patientId: string; infectedBy?: readonly string[]; visits?: unknown }>;

/** Of `import_row i`: the step (`$2`) lies behind it. */
const PASSED = `p.run_id = i.run_id and p.step = $2
  and i.number <= case p.cursor when '' then 0 else p.cursor::integer end`;
/** Of `import_row i`: all of its links have their results, which they get together. */
const LINKED = `exists (select from bulk_result b where b.run_id = i.run_id and b.subject_kind = 'link'
  and b.subject_id = lpad(i.number::text, 6, '0') || '-1')`;

/** A seal of one row does not open in another. */
const place = (runId: string, number: number): string => `import:${runId}:${number}`;

export function pgImportRows(pool: pg.Pool, { texts, index }: Seals, batch = AT_ONCE): ImportRows {
  const importedAs = async (key: string): Promise<ImportedCase | undefined> => {
    const { rows } = await pool.query<ImportedCase>(
      'select case_id as "caseId", run_id as "runId", number, told from imported_case where key = $1',
      [key],
    );
    return rows[0];
  };
  const keyOf = (source: string, patientId: string): string => index(`import\n${source}\n${patientId}`);
  const linksOf = (source: string, { patientId, infectedBy }: Infected) =>
    infectedBy === undefined
      ? {}
      : { links: { own: keyOf(source, patientId), of: infectedBy.map((id) => keyOf(source, id)) } };
  const opened =
    <Values>(runId: string, { number, sealed }: Omit<Row, 'fault'>) =>
    (): Values => {
      if (sealed === null) throw new SealRefused('erased');
      return JSON.parse(texts.open(place(runId, number), sealed)) as Values;
    };
  return {
    batch,
    importedAs,
    keyOf,
    placeOf: (text) =>
      `list-${index(`import-place\n${text}`)
        .replaceAll(/[^A-Za-z0-9]/g, '')
        .slice(0, 40)}`,
    hashOf: (text) => index(`import-told\n${text}`),
    ...doubtfulRows(pool, opened),
    async keep(runId, rows, source) {
      const kept = rows.map((row) =>
        'fault' in row
          ? { number: row.line, fault: row.fault }
          : {
              number: row.line,
              sealed: texts.seal(place(runId, row.line), JSON.stringify(row.values)),
              ...linksOf(source, row.values),
            },
      );
      await pool.query(
        `insert into import_row (run_id, number, sealed, fault, links)
         select $1, number, sealed, fault, links from jsonb_to_recordset($2::jsonb)
           as r(number integer, sealed jsonb, fault text, links jsonb)
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
    async clear(runId) {
      await pool.query('delete from import_row where run_id = $1', [runId]);
    },
    async page<Values>(runId: string, after: number, limit: number) {
      const { rows } = await pool.query<Row>(
        'select number, sealed, fault from import_row where run_id = $1 and number > $2 order by number limit $3',
        [runId, after, limit],
      );
      return rows.map((row) => ({
        number: row.number,
        ...(row.fault === null ? {} : { fault: row.fault }),
        open: opened<Values>(runId, row),
      }));
    },
    async forgetPassed(runId, step) {
      await pool.query(
        `update import_row i set sealed = null from bulk_progress p
         where i.run_id = $1 and i.sealed is not null and ${PASSED} and not ${IN_DOUBT}`,
        [runId, step],
      );
    },
    async links(runId, after, limit) {
      const { rows } = await pool.query<KeptLinks>(
        `select number, links ->> 'own' as own, links -> 'of' as of from import_row
         where run_id = $1 and number > $2 and links is not null order by number limit $3`,
        [runId, after, limit],
      );
      return rows;
    },
    async forgetLinks(runId, step) {
      await pool.query(
        `update import_row i set links = null from bulk_progress p
         where i.run_id = $1 and i.links is not null and ${PASSED} and ${LINKED}`,
        [runId, step],
      );
    },
    async remember(key, { caseId, runId, number, told }) {
      await pool.query(
        `insert into imported_case (key, case_id, run_id, number, told) values ($1, $2, $3, $4, $5)
         on conflict (key) do nothing`,
        [key, caseId, runId, number, told == null ? null : JSON.stringify(told)],
      );
      const standing = await importedAs(key);
      if (standing === undefined) throw new Error('the imported case was not stored');
      return standing;
    },
    async retell(key, told) {
      await pool.query('update imported_case set told = $2 where key = $1', [key, JSON.stringify(told)]);
    },
  };
}
