import type pg from 'pg';
import { beginningWith } from './reach.ts';
import { recordsOf } from './same-person.ts';

/** The cases of people in reach (beginnings of districts), of records that were merged with theirs too; the newest first. */
export function casesOfPeople(pool: pg.Pool) {
  return async (
    people: readonly string[],
    reach: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { rows } = await pool.query<Readonly<{ personId: string; caseIds: readonly string[] }>>({
      name: 'cases-of-people',
      text: `select p.id as "personId", array(${recordsOf('select p.id')}
          select c.id from record join disease_case c on c.person_id = record.id::text
          where c.district like any ($2) order by c.id desc) as "caseIds"
        from unnest($1::uuid[]) p(id)`,
      values: [people, beginningWith(reach)],
    });
    return new Map(rows.map(({ personId, caseIds }) => [personId, caseIds]));
  };
}
