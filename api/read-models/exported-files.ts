import type pg from 'pg';
import { beginningWith } from './reach.ts';
import { asText } from './sql-words.ts';

/** A file that left the house: what it was of, never what was in it. */
export type ExportedFile = Readonly<{
  fileId: string;
  /** Of one that another person approved. */
  exportId: string | null;
  takenBy: string;
  takenAt: string;
  list: string;
  format: string;
  columns: readonly string[];
  filters: readonly string[];
  identifying: boolean;
  districts: readonly string[] | null;
  outcome: string;
  rows: number | null;
  endedAt: string | null;
}>;
export type ExportedFilter = Readonly<{
  takenBy?: string | undefined;
  list?: string | undefined;
  format?: string | undefined;
  identifying?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** Of which districts nobody knows, or of none: as of the whole country. */
const PLACES = `coalesce(nullif(d.places, '{}'), array[''])`;

/** Files all of whose districts lie in reach (beginnings of districts), the newest first. */
export function exportedFiles(pool: pg.Pool) {
  return async (asked: ExportedFilter, reach: readonly string[]): Promise<readonly ExportedFile[]> => {
    const { takenBy, list, format, identifying, from, to, cursor, limit } = asked;
    const filters = [takenBy, list, format, identifying, from, to, cursor].map((one) => one ?? null);
    // Without a name: planned for the filters that are given.
    const { rows } = await pool.query<ExportedFile>({
      text: `select d.id as "fileId", d.export_id as "exportId", d.staff_id as "takenBy", ${asText('d.begun_at')} as "takenAt",
          d.list, d.format, d.columns, d.filters, d.identifying, d.places as districts, d.outcome, d.rows,
          ${asText('d.ended_at')} as "endedAt"
        from export_download d
        where ($1::text is null or d.staff_id = $1) and ($2::text is null or d.list = $2)
          and ($3::text is null or d.format = $3) and ($4::boolean is null or d.identifying = $4)
          and ($5::timestamptz is null or d.begun_at >= $5) and ($6::timestamptz is null or d.begun_at < $6)
          and ($7::uuid is null or d.id < $7)
          and not exists (select from unnest(${PLACES}) as place(code) where not place.code like any ($8))
        order by d.id desc limit $9`,
      values: [...filters, beginningWith(reach), limit],
    });
    return rows;
  };
}
