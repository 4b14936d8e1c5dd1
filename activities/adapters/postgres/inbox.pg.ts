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
      await pool.query(
        `update inbox_message set status = 'parked', outcome = $2, settled_at = clock_timestamp()
         where id = $1 and status <> 'applied'`,
        [id, reason],
      );
    },
    async left(afterMinutes, limit) {
      const { rows } = await pool.query<{ id: string; source: string }>(
        `select id, source from inbox_message
         where status = 'received' and received_at < clock_timestamp() - make_interval(mins => $1)
         order by received_at limit $2`,
        [afterMinutes, limit],
      );
      return rows;
    },
  };
}
