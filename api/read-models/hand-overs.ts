import type pg from 'pg';
import { beginningWith } from './reach.ts';

export type HandOverItem = Readonly<{
  handOverId: string;
  version: number;
  stage: string;
  caseId: string;
  from: string;
  to: string;
  reason: string;
  note: string | null;
  offeredAt: string;
  answerBy: string;
}>;
export type HandOverPage = Readonly<
  HandOverItem & {
    offeredBy: string;
    answeredAt: string | null;
    answeredBy: string | null;
    rejectedBecause: string | null;
    withdrawnBecause: string | null;
    endedAt: string | null;
    /** To whoever is not responsible for the case: only as long as it is under way. */
    caseStage: string | null;
    disease: string;
    history: readonly Readonly<Record<string, unknown>>[];
  }
>;
export type HandOverFilter = Readonly<{
  direction?: 'incoming' | 'outgoing' | undefined;
  stage?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

const ITEM = `h.id as "handOverId", h.version, h.stage, h.case_id as "caseId", h.from_district as "from", h.to_district as "to",
  h.state ->> 'reason' as reason, h.state ->> 'note' as note, h.state ->> 'offeredAt' as "offeredAt",
  h.state ->> 'answerBy' as "answerBy"`;

/** What is offered to districts in reach (their beginnings), by them, or both; newest first, a page at a time before the cursor. */
export function handOverList(pool: pg.Pool) {
  return async (
    { direction, stage, limit, cursor }: HandOverFilter,
    reach: readonly string[],
  ): Promise<readonly HandOverItem[]> => {
    const { rows } = await pool.query<HandOverItem>({
      name: 'hand-over-list',
      text: `select ${ITEM} from hand_over h
        where (($1::text is distinct from 'outgoing' and h.to_district like any ($2))
            or ($1::text is distinct from 'incoming' and h.from_district like any ($2)))
          and ($3::text is null or h.stage = $3) and ($4::uuid is null or h.id < $4)
        order by h.id desc limit $5`,
      values: [direction ?? null, beginningWith(reach), stage ?? null, cursor ?? null, limit],
    });
    return rows;
  };
}

const COUNTED = 1_000;

/** What waits for an answer of districts in reach: how many, and those that have to be answered first. */
export function handOversWaiting(pool: pg.Pool) {
  return async (
    reach: readonly string[],
    first: number,
  ): Promise<Readonly<{ count: number; more: boolean; first: readonly HandOverItem[] }>> => {
    const offered = `from hand_over h where h.stage = 'offered' and h.to_district like any ($1)`;
    const [counted, some] = await Promise.all([
      pool.query<{ count: number }>({
        name: 'hand-overs-waiting',
        text: `select count(*)::int as count from (select ${offered} limit ${COUNTED + 1}) o`,
        values: [beginningWith(reach)],
      }),
      pool.query<HandOverItem>({
        name: 'hand-overs-to-answer',
        text: `select ${ITEM} ${offered} order by h.state ->> 'answerBy', h.id limit $2`,
        values: [beginningWith(reach), first],
      }),
    ]);
    const count = counted.rows[0]?.count ?? 0;
    return { count: Math.min(count, COUNTED), more: count > COUNTED, first: some.rows };
  };
}

/** One, with its own history and what the other side has to know of the case until it is over. `reach`: whose case it is. */
export function handOverPage(pool: pg.Pool) {
  return async (id: string, reach: readonly string[]): Promise<HandOverPage | undefined> => {
    const { rows } = await pool.query<HandOverPage>({
      name: 'hand-over-page',
      text: `select ${ITEM}, h.state ->> 'offeredBy' as "offeredBy", h.state ->> 'answeredAt' as "answeredAt",
          h.state ->> 'answeredBy' as "answeredBy", h.state ->> 'rejectedBecause' as "rejectedBecause",
          h.state ->> 'withdrawnBecause' as "withdrawnBecause", h.state ->> 'endedAt' as "endedAt",
          case when h.stage in ('offered', 'accepted') or c.district like any ($2) then c.stage end as "caseStage",
          c.disease,
          (select jsonb_agg(jsonb_build_object('at', e.at, 'type', e.type, 'by', e.actor, 'version', e.version,
             'data', e.data) order by e.version) from domain_event e where e.aggregate_id = h.id) as history
        from hand_over h join disease_case c on c.id = h.case_id::uuid where h.id = $1`,
      values: [id, beginningWith(reach)],
    });
    return rows[0];
  };
}
