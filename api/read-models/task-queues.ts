import type pg from 'pg';
import { rangesOf } from './reach.ts';
import { all, statement, type Of } from './statement.ts';
import { NOW } from './sql-words.ts';

/** What waits for one team in one district, of one kind. */
export type TaskQueue = Readonly<{
  team: string;
  district: string;
  kind: string;
  open: number;
  unclaimed: number;
  overdue: number;
  /** Sent up at least once. */
  escalated: number;
  oldestOpenedAt: string;
  /** The next time limit that has not passed yet. */
  nextDueAt: string | null;
}>;
export type QueueCursor = Pick<TaskQueue, 'district' | 'team' | 'kind'>;
export type QueuePage = Readonly<{
  team?: readonly string[] | undefined;
  district?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  limit: number;
  cursor?: QueueCursor | undefined;
}>;

const COUNTS = `count(*)::int as open, count(*) filter (where t.owner is null)::int as unclaimed,
    count(*) filter (where t.due <= ${NOW})::int as overdue, count(*) filter (where t.rise < 0)::int as escalated,
    min(t.opened) as "oldestOpenedAt", min(t.due) filter (where t.due > ${NOW}) as "nextDueAt"`;

/**
 * Queues in reach (beginnings of districts), by district, team and kind; a page at a time. Each range is read in the order
 * of its index as far as the page needs it: the last page costs no more than the first. `:` comes after every digit.
 */
export function taskQueues(pool: pg.Pool) {
  return async (page: QueuePage, reach: readonly string[]): Promise<readonly TaskQueue[]> => {
    const ranges = rangesOf(reach, page.district);
    if (ranges.length === 0) return [];
    const { of, values } = statement();
    const { rows } = await pool.query<TaskQueue>({ text: queuesIn(of, page, ranges), values });
    return rows;
  };
}

function queuesIn(of: Of, { team, kind, cursor, limit }: QueuePage, ranges: readonly string[]): string {
  const after = cursor === undefined ? ['', '', ''] : [cursor.district, cursor.team, cursor.kind];
  const [district = '', ...rest] = after.map((one) => `${of(one)}::text`);
  const [ofTeam, kindAfter] = rest.map(
    (one) => `case when range.beginning > ${district} then '' else ${one} end`,
  );
  const most = of(limit);
  const from = `greatest(range.beginning, ${district})`;
  const inKind = kind === undefined ? '' : `cross join unnest(${of([...new Set(kind)])}::text[]) as k(code)`;
  // One kind lies together by province, all of them by district.
  const ofKind =
    kind === undefined
      ? ''
      : `t.kind = k.code and t.province >= left(${from}, 2) and t.province <= left(range.beginning || ':', 2)`;
  const byProvince = kind === undefined ? '' : 't.province, ';
  const queue = `${byProvince}t.district, t.team, t.kind`;
  return `select q.* from unnest(${of(ranges)}::text[]) as range(beginning) ${inKind} cross join lateral (
      select t.district, t.team, t.kind, ${COUNTS} from task t
      where ${all(
        `t.stage = 'open'`,
        ofKind,
        `(t.district, t.team, t.kind) > (${from}, ${ofTeam ?? ''}, ${kindAfter ?? ''})`,
        `t.district < range.beginning || ':'`,
        team === undefined ? '' : `t.team = any (${of(team)}::text[])`,
      )}
      group by ${queue} order by ${queue} limit ${most}) q
    order by q.district, q.team, q.kind limit ${most}`;
}
