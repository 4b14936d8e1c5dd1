import type pg from 'pg';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { beginningWith } from './reach.ts';

const RUN = `r.id as "runId", r.version, r.kind, r.key, r.stage, r.state ->> 'requestedAt' as "requestedAt",
  r.state ->> 'requestedBy' as "requestedBy", r.state ->> 'finishedAt' as "finishedAt", r.state -> 'counts' as counts,
  r.state -> 'about' as about`;

type Page = Readonly<{ limit: number; cursor?: string | undefined }>;
type ResultsAsked = Page & Readonly<{ outcome?: readonly string[] | undefined }>;
export type BulkRunItem = Readonly<{
  runId: string;
  version: number;
  kind: string;
  key: string;
  about: Readonly<Record<string, string>>;
}> &
  Readonly<Record<string, unknown>>;
export type BulkResult = Readonly<{
  subjectKind: string;
  subjectId: string;
  outcome: string;
  details: object;
}>;

/** Bulk work: the runs, how far they have come, and what became of each row. */
export const bulkRuns = (pool: pg.Pool) => ({
  /** In reach: a list belongs to the district that it was imported for, every other run to the headquarters. */
  list: async (
    { kind, limit, cursor }: Page & Readonly<{ kind?: string | undefined }>,
    reach: readonly string[],
  ) => {
    const { rows } = await pool.query<BulkRunItem>(
      `select ${RUN} from bulk_run r where ($1::text is null or kind = $1) and ($2::uuid is null or id < $2)
         and coalesce(r.state #>> '{about,district}', '${HEADQUARTERS}') like any ($4)
       order by id desc limit $3`,
      [kind ?? null, cursor ?? null, limit, beginningWith(reach)],
    );
    return rows;
  },
  find: async (runId: string): Promise<BulkRunItem | undefined> => {
    const { rows } = await pool.query<BulkRunItem>(
      `select ${RUN}, (select coalesce(jsonb_agg(jsonb_build_object('step', step, 'done', done, 'counts', p.counts,
           'movedAt', moved_at) order by step), '[]') from bulk_progress p where p.run_id = r.id) as progress
       from bulk_run r where id = $1`,
      [runId],
    );
    return rows[0];
  },
  /** In the order of the key: the last page costs no more than the first. */
  results: async (runId: string, { outcome, limit, cursor }: ResultsAsked) => {
    const [, kind = '', id = ''] = /^([^:]*):?([^]*)$/.exec(cursor ?? '') ?? [];
    const { rows } = await pool.query<BulkResult>(
      `select subject_kind as "subjectKind", subject_id as "subjectId", outcome, details from bulk_result
       where run_id = $1 and (subject_kind, subject_id) > ($2, $3) and ($4::text[] is null or outcome = any ($4))
       order by subject_kind, subject_id limit $5`,
      [runId, kind, id, outcome ?? null, limit],
    );
    return rows;
  },
  certificates: async ({ limit, cursor }: Page) => {
    const { rows } = await pool.query<
      Readonly<{ runId: string; issuedAt: Date; hash: string; body: string }>
    >(
      `select run_id as "runId", issued_at as "issuedAt", hash, body from retention_certificate
       where $1::uuid is null or run_id < $1 order by run_id desc limit $2`,
      [cursor ?? null, limit],
    );
    return rows.map(({ runId, issuedAt, hash, body }) => ({
      runId,
      issuedAt: issuedAt.toISOString(),
      destroyed: JSON.parse(body) as object,
      hash,
      hashed: `${runId}\n${issuedAt.toISOString()}\n${body}`, // its SHA-256 is the hash: whoever doubts can look
    }));
  },
});
