import type pg from 'pg';
import { beginningWith } from './reach.ts';

export type CaseListItem = Readonly<{
  caseId: string;
  version: number;
  stage: string;
  district: string;
  classification: string;
  openedAt: string;
  nextDueAt: string | null;
}>;
export type CaseFilter = Readonly<{
  stage?: readonly string[] | undefined;
  district?: readonly string[] | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** Cases in reach (beginnings of districts) by stage and district, oldest first, a page at a time after the cursor (a case id). */
export function caseList(pool: pg.Pool) {
  return async (
    { stage, district, limit, cursor }: CaseFilter,
    reach: readonly string[],
  ): Promise<readonly CaseListItem[]> => {
    const { rows } = await pool.query<CaseListItem>({
      name: 'case-list',
      text: `select id as "caseId", version, stage, district, state ->> 'classification' as classification,
          state ->> 'openedAt' as "openedAt",
          case stage when 'symptom-check' then state #>> '{question,answerBy}'
                     when 'home-treatment' then state #>> '{check,dueAt}' end as "nextDueAt"
        from disease_case
        where ($1::text[] is null or stage = any ($1)) and ($2::text[] is null or district = any ($2))
          and ($3::uuid is null or id > $3) and district like any ($5)
        order by id limit $4`,
      values: [stage ?? null, district ?? null, cursor ?? null, limit, beginningWith(reach)],
    });
    return rows;
  };
}
