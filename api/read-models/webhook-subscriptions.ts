import type pg from 'pg';

type Page = Readonly<{ limit: number; cursor?: string | undefined }>;
export type SubscriptionItem = Readonly<{ subscriptionId: string; version: number }> &
  Readonly<Record<string, unknown>>;
export type DeadLetterItem = Readonly<{ deliveryId: string }> & Readonly<Record<string, unknown>>;

/** More is not counted: it is enough to know that somebody is far behind. */
const MOST_BEHIND = 1_000;
const CURSOR = `coalesce(p.cursor, s.state ->> 'after')`;
const place = (part: 1 | 2): string => `split_part(${CURSOR}, '-', ${part})`;
const SUBSCRIPTION = `select s.id as "subscriptionId", s.version, s.stage, s.state ->> 'pausedBecause' as "pausedBecause", s.state ->> 'url' as url,
    s.state -> 'eventTypes' as "eventTypes", s.state -> 'jurisdictions' as jurisdictions,
    s.state ->> 'subscribedAt' as "subscribedAt", s.owner as "subscribedBy",
    jsonb_array_length(s.state -> 'secretIds') as secrets, ${CURSOR} as cursor, p.taken_at as "takenAt",
    (select count(*)::int from (select from domain_event e
       where (e.transaction_id, e.seq) > (${place(1)}::xid8, ${place(2)}::bigint)
       order by e.transaction_id, e.seq limit ${MOST_BEHIND}) waiting) as behind,
    (select count(*)::int from webhook_delivery d
       where d.subscription_id = s.id and d.stage in ('dead', 'again')) as "deadLetters",
    (select json_build_object('deliveryId', d.id, 'attempts', d.attempts, 'firstTriedAt', d.first_tried_at,
         'tryAt', d.try_at, 'code', d.code) from webhook_delivery d
       where d.subscription_id = s.id and d.stage = 'next') as "underWay"
  from webhook_subscription s left join webhook_progress p on p.subscription_id = s.id`;

/** Who is sent what, how far they have come, and what they did not take. */
export const webhookSubscriptions = (pool: pg.Pool) => ({
  /** `owner`: only theirs. */
  list: async ({ limit, cursor }: Page, owner: string | undefined) => {
    const { rows } = await pool.query<SubscriptionItem>(
      `${SUBSCRIPTION} where ($1::text is null or s.owner = $1) and ($2::uuid is null or s.id < $2)
       order by s.id desc limit $3`,
      [owner ?? null, cursor ?? null, limit],
    );
    return rows;
  },
  find: async (subscriptionId: string): Promise<SubscriptionItem | undefined> => {
    const { rows } = await pool.query<SubscriptionItem>(`${SUBSCRIPTION} where s.id = $1`, [subscriptionId]);
    return rows[0];
  },
  deadLetters: async (subscriptionId: string, { limit, cursor }: Page) => {
    const { rows } = await pool.query<DeadLetterItem>(
      `select id as "deliveryId", stage, code, attempts, events, after_cursor as after, until_cursor as until,
         laid_aside_at as "laidAsideAt" from webhook_delivery
       where subscription_id = $1 and stage in ('dead', 'again') and ($2::uuid is null or id > $2)
       order by id limit $3`,
      [subscriptionId, cursor ?? null, limit],
    );
    return rows;
  },
});
