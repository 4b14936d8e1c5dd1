import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { RecordClass } from '../../../domain/bulk-work/retention.ts';
import type { Retention } from '../../ports/retention.ts';
import { inBatch } from './bulk-batch.ts';
import { pgExpired } from './expired.pg.ts';
import { destroyAccessRows } from './destroy-access-rows.ts';
import { isOpenCase } from './open-case.ts';

const ROWS = 5_000;

/** Whose ids a process built itself stay: they are what keeps a step of an open process from being taken twice. */
const DESTROY: Readonly<Record<Exclude<RecordClass, 'access-record'>, string>> = {
  'answered-request': `delete from handled_command where command_id = any (array(
      select command_id from handled_command where command_id like 'http:%' and handled_at < $1::timestamptz limit $2))`,
  'partner-message': `delete from inbox_message where id = any (array(
      select m.id from inbox_message m where m.received_at < $1::timestamptz
        and (m.status = 'applied' or (m.status = 'parked' and exists (
          select from task t where t.subject_id = coalesce(m.laid_with, m.id)::text having bool_and(t.stage <> 'open')))) limit $2))`,
  'follow-up': `with old as (
      select f.day, f.slot, f.person_id, f.subject_id, f.subject_kind from follow_up f
      where f.day < ($1::timestamptz at time zone 'Asia/Seoul')::date and f.state <> 'asked'
        and not exists (select from disease_case c where c.id = f.subject_id
                          and ${isOpenCase('c')})
        and not exists (select from contact k where k.id = f.subject_id and k.stage = 'follow-up')
      limit $2
    ), message as (
      delete from outgoing_message m using old o
      where m.person_id = o.person_id
        and m.key = o.subject_kind || ':' || o.subject_id || ':monitoring:' || o.day || 'T' || o.slot
    )
    delete from follow_up f using old o where f.day = o.day and f.slot = o.slot and f.person_id = o.person_id`,
  'export-download': `delete from export_download where id = any (array(
      select id from export_download where begun_at < $1::timestamptz limit $2))`,
  'import-row': `delete from import_row where (run_id, number) in (
      select i.run_id, i.number from import_row i
      where i.kept_at < $1::timestamptz and not exists (select from bulk_run r where r.id = i.run_id) limit $2)`,
};

export const pgRetention = (pool: pg.Pool): Retention => ({
  ...pgExpired(pool),
  destroyBatch: ({ what, before, ...step }) =>
    inBatch(pool, step, async (client, cursor) => {
      if (what === 'access-record') {
        // A chain at a time: whatever goes of one, there may be another.
        const rows = await destroyAccessRows(client, before, ROWS);
        return { cursor, done: rows === 0, counts: { [what]: rows } };
      }
      const { rowCount } = await client.query(DESTROY[what], [before, ROWS]);
      const rows = rowCount ?? 0;
      return { cursor, done: rows < ROWS, counts: { [what]: rows } };
    }),
  async lookUpsDue({ before, since, after, limit }) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from information_request
       where destroy_by < $1 and id::text > $3
         and (state ? 'resultReference' or (state ->> 'destroyedAt')::timestamptz >= $2::timestamptz)
       order by id::text limit $4`,
      [before, since, after, limit],
    );
    return rows.map(({ id }) => id);
  },
  async certify(runId, issuedAt, destroyed) {
    const body = JSON.stringify(destroyed);
    const hash = createHash('sha256').update(`${runId}\n${issuedAt}\n${body}`).digest('hex');
    const { rows } = await pool.query<{ hash: string }>(
      `insert into retention_certificate (run_id, issued_at, body, hash) values ($1, $2, $3, $4)
       on conflict (run_id) do update set hash = retention_certificate.hash returning hash`,
      [runId, issuedAt, body, hash],
    );
    return rows[0]?.hash ?? hash;
  },
});
