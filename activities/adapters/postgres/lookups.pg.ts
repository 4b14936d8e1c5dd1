import type pg from 'pg';
import type { Lookups } from '../../ports/lookups.ts';

export function pgLookups(pool: pg.Pool, phoneIndex: (e164: string) => string): Lookups {
  return {
    async casesAtHomeByPhone(phone) {
      const { rows } = await pool.query<{ id: string; asked: boolean }>(
        `select c.id, c.stage = 'symptom-check' as asked
         from person p join disease_case c on c.person_id = p.id::text
         where p.phone_index = $1 and c.stage in ('home-treatment', 'symptom-check')
         order by asked desc, c.id`,
        [phoneIndex(phone)],
      );
      return rows.map(({ id, asked }) => ({ caseId: id, asked }));
    },
    async isolationOfCase(caseId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from isolation where case_id = $1 and kind = 'isolation'`,
        [caseId],
      );
      return rows[0]?.id;
    },
    async mergedInto(personId) {
      const { rows } = await pool.query<{ id: string }>(
        'select id from person where merged_into = $1 order by id',
        [personId],
      );
      return rows.map(({ id }) => id);
    },
    async quarantineOfPerson(personId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from isolation where person_id = $1 and kind = 'quarantine' and stage <> 'ended'`,
        [personId],
      );
      return rows[0]?.id;
    },
    async openTasksOfCase(caseId, kinds) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from task where case_id = $1 and stage = 'open'
           and ($2::text[] is null or state ->> 'kind' = any ($2)) order by id`,
        [caseId, kinds ?? null],
      );
      return rows.map(({ id }) => id);
    },
  };
}
