import type pg from 'pg';
import { densest } from './densest.ts';

/** The place after which the next page begins. */
export type PlaceCursor = Readonly<{ district: string; placeId: string }>;
export type ClusterFilter = Readonly<{
  /** So many different cases at least. */
  cases: number;
  /** Within so many days. */
  days: number;
  /** First and last day in Seoul, `YYYY-MM-DD`. */
  from?: string | undefined;
  until?: string | undefined;
  district?: string | undefined;
  limit: number;
  cursor?: PlaceCursor | undefined;
}>;
export type PlaceCluster = PlaceCursor &
  Readonly<{
    /** Different ones, in the days in which there were most of them. */
    cases: number;
    visits: number;
    firstAt: string;
    lastAt: string;
    of: readonly Readonly<{ caseId: string; district: string }>[];
  }>;

const BEFORE_ALL: PlaceCursor = { district: '', placeId: '' };
const DAY = 86_400_000;
const WITHIN = `standing = 'established'
    and ($1::date is null or came >= $1::timestamp at time zone 'Asia/Seoul')
    and ($2::date is null or came < ($2::date + 1)::timestamp at time zone 'Asia/Seoul')`;
/** Beginnings of districts as stretches of the index: only digits follow them. */
const CANDIDATES = `select distinct p.district, p.place_id as "placeId" from unnest($3::text[]) beginning
  cross join lateral (select district, place_id from visit
    where ${WITHIN} and district between beginning and beginning || '99999' and district >= $4
      and ($5::text is null or district = $5) and (district, place_id) > ($4, $6)
    group by district, place_id having count(distinct case_id) >= $7 order by district, place_id limit $8) p
  order by 1, 2 limit $8`;
const COMINGS = `select case_id as "caseId", case_district as district, came, went from visit
  where ${WITHIN} and district = $3 and place_id = $4 order by came, case_id`;

type Coming = Readonly<{ caseId: string; district: string; came: Date; went: Date }>;

/** Places at which enough cases were within so many days, by established visits: a page at a time, by district and place. */
export function placeClusters(pool: pg.Pool) {
  const clusterAt = async (place: PlaceCursor, filter: ClusterFilter): Promise<PlaceCluster | undefined> => {
    const period = [filter.from ?? null, filter.until ?? null];
    const { rows } = await pool.query<Coming>(COMINGS, [...period, place.district, place.placeId]);
    const timed = rows.map(({ came, went, ...of }) => ({
      ...of,
      came: came.getTime(),
      went: went.getTime(),
    }));
    const together = densest(timed, filter.days * DAY);
    const cases = new Map(together.map(({ caseId, district }) => [caseId, district]));
    const [first] = together;
    if (first === undefined || cases.size < filter.cases) return undefined;
    return {
      ...place,
      cases: cases.size,
      visits: together.length,
      firstAt: new Date(first.came).toISOString(),
      lastAt: new Date(together.reduce((last, { went }) => Math.max(last, went), 0)).toISOString(),
      of: [...cases.keys()].sort().map((caseId) => ({ caseId, district: cases.get(caseId) ?? '' })),
    };
  };
  return async (filter: ClusterFilter, reach: readonly string[]): Promise<readonly PlaceCluster[]> => {
    const { from, until, district, cases, limit } = filter;
    const found: PlaceCluster[] = [];
    let after = filter.cursor ?? BEFORE_ALL;
    for (;;) {
      const { rows } = await pool.query<PlaceCursor>(CANDIDATES, [
        ...[from ?? null, until ?? null, reach, after.district, district ?? null, after.placeId],
        ...[cases, limit],
      ]);
      for (const place of rows) {
        const cluster = await clusterAt(place, filter);
        if (cluster !== undefined) found.push(cluster);
        if (found.length === limit) return found;
        after = place;
      }
      if (rows.length < limit) return found;
    }
  };
}
