import type pg from 'pg';
import { beginningWith } from './reach.ts';
import { NOW } from './sql-words.ts';

export type ExportItem = Readonly<{
  exportId: string;
  version: number;
  stage: string;
  list: string;
  format: string;
  columns: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
  district: string;
  purpose: string;
  requestedAt: string;
  requestedBy: string;
  decideBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  refusedBecause: string | null;
  takeBy: string | null;
  timesTaken: number;
}>;
export type ExportPage = ExportItem &
  Readonly<{
    taken: readonly Readonly<{ at: string; outcome: string; rows: number | null; endedAt: string | null }>[];
  }>;
export type ExportFilter = Readonly<{
  stage?: string | undefined;
  requestedBy?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** What nobody decided or took in time is over, without anybody having said so. */
const STAGE = `case when x.stage = 'requested' and (x.state ->> 'decideBy')::timestamptz <= ${NOW}::timestamptz
    or x.stage = 'approved' and (x.state ->> 'takeBy')::timestamptz <= ${NOW}::timestamptz
  then 'expired' else x.stage end`;
const ITEM = `x.id as "exportId", x.version, ${STAGE} as stage, x.state ->> 'list' as list,
  x.state ->> 'format' as format, x.state -> 'columns' as columns, x.state -> 'filters' as filters, x.district,
  x.state ->> 'purpose' as purpose, x.state ->> 'requestedAt' as "requestedAt", x.requested_by as "requestedBy",
  x.state ->> 'decideBy' as "decideBy", x.state ->> 'decidedAt' as "decidedAt", x.state ->> 'decidedBy' as "decidedBy",
  x.state ->> 'refusedBecause' as "refusedBecause", x.state ->> 'takeBy' as "takeBy",
  (x.state ->> 'timesTaken')::int as "timesTaken"`;

/** Exports that were asked for in these districts (their beginnings), the newest first. */
export function exportList(pool: pg.Pool) {
  return async (
    { stage, requestedBy, limit, cursor }: ExportFilter,
    reach: readonly string[],
  ): Promise<readonly ExportItem[]> => {
    const { rows } = await pool.query<ExportItem>({
      name: 'export-list',
      text: `select ${ITEM} from export x
        where x.district like any ($1) and ($2::text is null or ${STAGE} = $2)
          and ($3::text is null or x.requested_by = $3) and ($4::uuid is null or x.id < $4)
        order by x.id desc limit $5`,
      values: [beginningWith(reach), stage ?? null, requestedBy ?? null, cursor ?? null, limit],
    });
    return rows;
  };
}

/** One, with what became of each file. */
export function exportPage(pool: pg.Pool) {
  return async (id: string): Promise<ExportPage | undefined> => {
    const { rows } = await pool.query<ExportPage>({
      name: 'export-page',
      text: `select ${ITEM}, coalesce((select jsonb_agg(jsonb_build_object('at', d.begun_at, 'outcome', d.outcome,
          'rows', d.rows, 'endedAt', d.ended_at) order by d.begun_at, d.id)
          from export_download d where d.export_id = x.id), '[]') as taken
        from export x where x.id = $1`,
      values: [id],
    });
    return rows[0];
  };
}
