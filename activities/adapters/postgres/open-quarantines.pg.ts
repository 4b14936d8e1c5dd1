import type pg from 'pg';
import type { OpenIsolation, OpenQuarantines } from '../../ports/open-quarantines.ts';

export function pgOpenQuarantines(pool: pg.Pool): OpenQuarantines {
  return {
    async page({ disease, after, limit }) {
      const { rows } = await pool.query<OpenIsolation>(
        `with open as (
           select i.id, i.kind, i.state ->> 'endsAt' as ends_at, array[]::text[] as contacts
           from isolation i join disease_case c on c.id::text = i.case_id and c.disease = $1
           where i.kind = 'isolation' and i.stage <> 'ended'
           union all
           select i.id, i.kind, i.state ->> 'endsAt', array_agg(distinct k.id::text order by k.id::text)
           from isolation i join contact k on k.exposed_person_id = i.person_id
           join disease_case c on c.id = k.source_case_id::uuid and c.disease = $1
           where i.kind = 'quarantine' and i.stage <> 'ended' and k.stage <> 'dropped'
           group by i.id
         )
         select id as "isolationId", kind, ends_at as "endsAt", contacts as "contactIds" from open
         where $2 = '' or id > nullif($2, '')::uuid order by id limit $3`,
        [disease, after, limit],
      );
      return rows;
    },
    async contacts({ disease, after, limit }) {
      const { rows } = await pool.query<{ id: string }>(
        `select k.id from contact k join disease_case c on c.id::text = k.source_case_id and c.disease = $1
         where k.stage in ('named', 'graded', 'follow-up') and ($2 = '' or k.id > nullif($2, '')::uuid)
         order by k.id limit $3`,
        [disease, after, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
