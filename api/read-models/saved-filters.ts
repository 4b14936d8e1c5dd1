import type pg from 'pg';
import { asText } from './sql-words.ts';

export type SavedFilter = Readonly<{
  savedFilterId: string;
  version: number;
  name: string;
  path: string;
  query: Readonly<Record<string, string | readonly string[]>>;
  /** The team that it is shared with. */
  team: string | null;
  owner: string;
  savedAt: string;
}>;
type Reader = Readonly<{ staffId: string; teams: readonly string[]; offices: readonly string[] }>;
type Page = Readonly<{ limit: number; cursor?: string | undefined }>;

const SHOWN = `id as "savedFilterId", version, name, path, query, team, owner, ${asText('saved_at')} as "savedAt"`;
/** The reader's own, and what their team of the same office shares. */
const SEEN = `(owner = $1 or (team = any ($2::text[]) and offices && $3::text[]))`;

export const savedFilters = (pool: pg.Pool) => ({
  list: async (
    { staffId, teams, offices }: Reader,
    { limit, cursor }: Page,
  ): Promise<readonly SavedFilter[]> => {
    const { rows } = await pool.query<SavedFilter>(
      `select ${SHOWN} from saved_filter where ${SEEN} and ($4::uuid is null or id > $4) order by id limit $5`,
      [staffId, teams, offices, cursor ?? null, limit],
    );
    return rows;
  },
  find: async ({ staffId, teams, offices }: Reader, id: string): Promise<SavedFilter | undefined> => {
    const { rows } = await pool.query<SavedFilter>(
      `select ${SHOWN} from saved_filter where ${SEEN} and id = $4`,
      [staffId, teams, offices, id],
    );
    return rows[0];
  },
});
