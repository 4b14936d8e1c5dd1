import type pg from 'pg';
import type { OpenQuarantines } from '../../ports/open-quarantines.ts';

export function pgOpenQuarantines(pool: pg.Pool): OpenQuarantines {
  return {
    async page({ disease, after, limit }) {
      const { rows } = await pool.query<{ isolationId: string; contactIds: string[] }>(
        `select i.id as "isolationId", array_agg(k.id::text order by k.id) as "contactIds"
         from isolation i join contact k on k.exposed_person_id = i.person_id
         join disease_case c on c.id = k.source_case_id::uuid and c.disease = $1
         where i.kind = 'quarantine' and i.stage <> 'ended' and i.state ? 'endsAt' and k.stage <> 'dropped'
           and ($2 = '' or i.id > nullif($2, '')::uuid)
         group by i.id order by i.id limit $3`,
        [disease, after, limit],
      );
      return rows;
    },
  };
}
