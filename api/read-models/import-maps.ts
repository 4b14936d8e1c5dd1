import type pg from 'pg';
import type { ColumnMap } from '../../domain/bulk-work/column-map/column-map.ts';
import { beginningWith } from './reach.ts';
import { asText } from './sql-words.ts';

export type ImportMap = Readonly<{
  importMapId: string;
  version: number;
  name: string;
  district: string;
  map: ColumnMap;
  savedBy: string;
  savedAt: string;
}>;
type Page = Readonly<{ limit: number; cursor?: string | undefined }>;

const SHOWN = `id as "importMapId", version, name, district, map, saved_by as "savedBy",
  ${asText('saved_at')} as "savedAt"`;

/** Column maps of the offices within reach. */
export const importMaps = (pool: pg.Pool) => ({
  list: async (reach: readonly string[], { limit, cursor }: Page): Promise<readonly ImportMap[]> => {
    const { rows } = await pool.query<ImportMap>(
      `select ${SHOWN} from import_map
       where district like any ($1) and ($2::uuid is null or id > $2) order by id limit $3`,
      [beginningWith(reach), cursor ?? null, limit],
    );
    return rows;
  },
  find: async (reach: readonly string[], id: string): Promise<ImportMap | undefined> => {
    const { rows } = await pool.query<ImportMap>(
      `select ${SHOWN} from import_map where district like any ($1) and id = $2`,
      [beginningWith(reach), id],
    );
    return rows[0];
  },
});
