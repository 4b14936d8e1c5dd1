import type pg from 'pg';
import { FEED_START, type ChangeFeed, type FeedEvent, type FeedQuery } from '../../ports/change-feed.ts';

/** So many rows are looked at for one page at most, however few of them it shows. */
const WINDOW = 5_000;

const within = (district: string): string =>
  `${district} like any (select beginning || '%' from unnest($9::text[]) beginning)`;
/** A contact lives where they live: where the case is, only that they were named. */
const IS_IN_REACH = `('' = any ($9::text[]) or k.id is not null and ${within('k.district')}
      or (k.id is null or l.version = 1) and ${within('c.district')})`;

/**
 * A transaction is read when none with a lower id runs any more, and none with a lower id can begin: what comes later
 * comes behind. A cursor is always the place of a stored row, which a crash cannot take back with its transaction's id.
 */
export const IS_READABLE = 'e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())';

const PAGE = `with looked_at as (
    select e.* from domain_event e
    where (e.transaction_id, e.seq) > ($1::xid8, $2::bigint)
      and ${IS_READABLE}
      and ($3::text is null or (e.transaction_id, e.seq) <= ($3::xid8, $4::bigint))
      and ($5::uuid is null or e.aggregate_id = $5)
    order by e.transaction_id, e.seq limit $6
  ), shown as (
    select l.* from looked_at l left join disease_case c on c.id = l.case_id::uuid
      left join contact k on l.aggregate_type = 'contact' and k.id = l.aggregate_id
    where ($7::text[] is null or l.type = any ($7)) and ($8::text is null or l.aggregate_type = $8)
      and ${IS_IN_REACH}
    order by l.transaction_id, l.seq limit $10
  )
  select (select count(*)::int from looked_at) as looked,
    (select transaction_id || '-' || seq from looked_at order by transaction_id desc, seq desc limit 1) as last,
    (select transaction_id || '-' || seq from shown order by transaction_id desc, seq desc limit 1) as "lastShown",
    (select coalesce(json_agg(json_build_object(
        'eventId', aggregate_id || ':' || version, 'type', type, 'at', at, 'by', actor,
        'aggregate', json_build_object('kind', aggregate_type, 'id', aggregate_id, 'version', version),
        'caseId', case_id, 'data', data) order by transaction_id, seq), '[]') from shown) as events`;

const END = `select transaction_id || '-' || seq as cursor from domain_event e
  where ${IS_READABLE} order by transaction_id desc, seq desc limit 1`;

type Row = Readonly<{
  looked: number;
  last: string | null;
  lastShown: string | null;
  events: readonly FeedEvent[];
}>;

export function pgChangeFeed(pool: pg.Pool): ChangeFeed {
  return {
    async page({ after, until, reach, types, aggregate, limit }: FeedQuery) {
      const filtered = types !== undefined || aggregate !== undefined || !reach.includes('');
      const most = filtered ? Math.max(WINDOW, limit) : limit;
      // Without a name: planned for the filters that are given.
      const { rows } = await pool.query<Row>(PAGE, [
        ...placeOf(after),
        ...(until === undefined ? [null, null] : placeOf(until)),
        aggregate?.id ?? null,
        most,
        types ?? null,
        aggregate?.kind ?? null,
        reach,
        limit,
      ]);
      const { looked = 0, last = null, lastShown = null, events = [] } = rows[0] ?? {};
      const isFull = events.length === limit;
      return {
        events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
        cursor: (isFull ? lastShown : last) ?? after,
        more: isFull || looked === most,
      };
    },
    async end() {
      const { rows } = await pool.query<{ cursor: string }>(END);
      return rows[0]?.cursor ?? FEED_START;
    },
  };
}

const placeOf = (cursor: string): readonly [transaction: string, seq: string] => {
  const [transaction = '0', seq = '0'] = cursor.split('-');
  return [transaction, seq];
};
