import type pg from 'pg';
import type { WebhookDeliveries, WebhookDelivery } from '../../ports/webhook-deliveries.ts';
import { IS_READABLE } from './change-feed.pg.ts';

const DELIVERY = `id as "deliveryId", subscription_id as "subscriptionId", stage, after_cursor as after,
  until_cursor as until, attempts, first_tried_at as "firstTriedAt", try_at as "tryAt"`;

type Row = Omit<WebhookDelivery, 'firstTriedAt' | 'tryAt'> &
  Readonly<{ firstTriedAt: Date | null; tryAt: Date | null }>;

/** A call that was lost with the engine's store is made again. */
const NOT_WOKEN = `(p.stirred_at is null or p.stirred_at < clock_timestamp() - interval '30 seconds')`;

/** What moves the cursor is what was `next`: a page that is sent once more lies behind it. */
const MOVED = `update webhook_progress p set cursor = d.until_cursor, taken_at = coalesce($2::timestamptz, p.taken_at)
  from gone d where p.subscription_id = d.subscription_id and d.stage = 'next'`;

export function pgWebhookDeliveries(pool: pg.Pool): WebhookDeliveries {
  return {
    async progress(subscriptionId, after) {
      const { rows } = await pool.query<{ cursor: string }>(
        `insert into webhook_progress (subscription_id, cursor) values ($1, $2)
         on conflict (subscription_id) do update set stirred_at = null returning cursor`,
        [subscriptionId, after],
      );
      return rows[0]?.cursor ?? after;
    },
    async underWay(subscriptionId) {
      const { rows } = await pool.query<Row>(
        `select ${DELIVERY} from webhook_delivery where subscription_id = $1 and stage <> 'dead'
         order by try_at nulls first, stage desc, id`,
        [subscriptionId],
      );
      return rows.map(({ firstTriedAt, tryAt, ...row }) => ({
        ...row,
        firstTriedAt: firstTriedAt?.toISOString() ?? null,
        tryAt: tryAt?.toISOString() ?? null,
      }));
    },
    async plan({ deliveryId, subscriptionId, after, until, events, at }) {
      await pool.query(
        `insert into webhook_delivery (id, subscription_id, stage, after_cursor, until_cursor, events, planned_at)
         values ($1, $2, 'next', $3, $4, $5, $6) on conflict do nothing`,
        [deliveryId, subscriptionId, after, until, events, at],
      );
    },
    async skip(subscriptionId, { from, to }) {
      await pool.query('update webhook_progress set cursor = $3 where subscription_id = $1 and cursor = $2', [
        subscriptionId,
        from,
        to,
      ]);
    },
    async resting() {
      const { rows } = await pool.query<{ subscriptionId: string; cursor: string | null }>({
        name: 'webhooks-resting',
        text: `select s.id as "subscriptionId", p.cursor from webhook_subscription s
          left join webhook_progress p on p.subscription_id = s.id
          cross join lateral (select string_to_array(coalesce(p.cursor, s.state ->> 'after'), '-') as place) stands
          where s.stage = 'active' and ${NOT_WOKEN} and not exists (
            select from webhook_delivery d where d.subscription_id = s.id and d.stage = 'next')
          and exists (select from domain_event e where ${IS_READABLE}
            and (e.transaction_id, e.seq) > (place[1]::xid8, place[2]::bigint))`,
      });
      return rows;
    },
    async claim(subscriptionId, after) {
      const { rowCount } = await pool.query(
        `insert into webhook_progress as p (subscription_id, cursor, stirred_at) values ($1, $2, clock_timestamp())
         on conflict (subscription_id) do update set stirred_at = clock_timestamp() where ${NOT_WOKEN}`,
        [subscriptionId, after],
      );
      return rowCount === 1;
    },
    async taken({ deliveryId }, at) {
      await pool.query(
        `with gone as (delete from webhook_delivery where id = $1 and stage <> 'dead' returning *) ${MOVED}`,
        [deliveryId, at],
      );
    },
    async notTaken({ deliveryId }, { code, at, tryAt }) {
      await pool.query(
        `update webhook_delivery set attempts = attempts + 1, code = $2, first_tried_at = coalesce(first_tried_at, $3),
           try_at = $4 where id = $1 and stage <> 'dead'`,
        [deliveryId, code, at, tryAt],
      );
    },
    async layAside({ deliveryId }, code, at) {
      await pool.query(
        `with gone as (select * from webhook_delivery where id = $1 and stage <> 'dead'), aside as (
           update webhook_delivery d set stage = 'dead', attempts = d.attempts + 1, code = $3, laid_aside_at = $4, try_at = null
           from gone where d.id = gone.id) ${MOVED}`,
        [deliveryId, null, code, at],
      );
    },
    async sendAgain(subscriptionId, deliveryId) {
      const { rowCount } = await pool.query(
        `update webhook_delivery set stage = 'again', attempts = 0, first_tried_at = null, try_at = null
         where id = $2 and subscription_id = $1 and stage in ('dead', 'again')`,
        [subscriptionId, deliveryId],
      );
      return rowCount === 1;
    },
    async laidAside(subscriptionId) {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from webhook_delivery where subscription_id = $1 and stage in ('dead', 'again')`,
        [subscriptionId],
      );
      return rows[0]?.count ?? 0;
    },
  };
}
