import type pg from 'pg';
import type { ExportLog } from '../../ports/export-log.ts';

export const pgExportLog = (pool: pg.Pool): ExportLog => ({
  async begin({ downloadId, exportId, staffId, list, format, columns, filters, identifying, places, at }) {
    await pool.query({
      name: 'export-begun',
      text: `insert into export_download (id, export_id, staff_id, list, format, columns, filters, identifying, places, begun_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [
        downloadId,
        exportId ?? null,
        staffId,
        list,
        format,
        columns,
        filters,
        identifying,
        places,
        at,
      ],
    });
  },
  async end({ downloadId, rows, outcome, at }) {
    await pool.query({
      name: 'export-ended',
      text: `update export_download set rows = $2, outcome = $3, ended_at = $4
        where id = $1 and outcome = 'under-way'`,
      values: [downloadId, rows, outcome, at],
    });
  },
});
