import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Inbox, InboxStanding } from '../../ports/inbox.ts';
import type { TextSeal } from './sealed-text.ts';

export function pgInbox(pool: pg.Pool, seal: TextSeal): Inbox {
  return {
    async receive({ source, messageId, fingerprint, body }) {
      const id = uuidv7();
      const { rows } = await pool.query<InboxStanding>({
        name: 'inbox-receive',
        text: `insert into inbox_message (id, source, message_id, fingerprint, status, body)
          values ($1, $2, $3, $4, 'received', $5)
          on conflict (source, message_id) do update set deliveries = inbox_message.deliveries + 1
          returning id, status, outcome, fingerprint <> $4 as reused`,
        values: [id, source, messageId, fingerprint, JSON.stringify(seal.seal(id, body))],
      });
      const standing = rows[0];
      if (standing === undefined) throw new Error('the message was not stored');
      return standing;
    },
    async applied(id, outcome) {
      await pool.query({
        name: 'inbox-applied',
        text: `update inbox_message set status = 'applied', outcome = $2, body = null, settled_at = clock_timestamp()
          where id = $1`,
        values: [id, outcome],
      });
    },
    async parked(id, reason) {
      const { rows } = await pool.query<{ first: string | null }>(
        `update inbox_message set status = 'parked', outcome = $2, settled_at = clock_timestamp()
         where id = $1 and status <> 'applied' returning laid_with as first`,
        [id, reason],
      );
      return rows[0]?.first ?? undefined;
    },
    async laidWith(id, first) {
      await pool.query('update inbox_message set laid_with = $2 where id = $1', [id, first]);
    },
    async nothingLeftWith(id) {
      const { rows } = await pool.query<{ first: string }>(
        `select coalesce(m.laid_with, m.id) as first from inbox_message m
         where m.id = $1 and not exists (
           select from inbox_message o where o.laid_with = m.laid_with and o.status = 'parked')`,
        [id],
      );
      return rows[0]?.first;
    },
    async left(afterMinutes, limit) {
      const { rows } = await pool.query<{ id: string; source: string; reason: string | null }>(
        `select id, source, outcome as reason from inbox_message m
         where status <> 'applied' and received_at < clock_timestamp() - make_interval(mins => $1)
           and (status = 'received' or not exists (select from task t
             where t.subject_id = coalesce(m.laid_with, m.id)::text and t.stage <> 'cancelled'))
         order by received_at limit $2`,
        [afterMinutes, limit],
      );
      return rows.map(({ reason, ...row }) => ({ ...row, ...(reason === null ? {} : { reason }) }));
    },
  };
}
