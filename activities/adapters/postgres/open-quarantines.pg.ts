import type pg from 'pg';
import type { OpenIsolation, OpenQuarantines } from '../../ports/open-quarantines.ts';
import { BEFORE_ALL } from './bulk-batch.ts';
import { isOpenContact } from './open-contact.ts';

/** Each page is read by the order of its ids, so that the last costs no more than the first. */
export function pgOpenQuarantines(pool: pg.Pool): OpenQuarantines {
  return {
    async page({ disease, after, limit }) {
      const { rows } = await pool.query<OpenIsolation>(
        `(select i.id as "isolationId", i.kind, i.state ->> 'endsAt' as "endsAt" from isolation i
            where i.kind = 'isolation' and i.stage <> 'ended' and i.id > $2::uuid
              and exists (select from disease_case c where c.id = i.case_id::uuid and c.disease = $1)
            order by i.id limit $3)
         union all
         (select i.id, i.kind, i.state ->> 'endsAt' from isolation i
            where i.kind = 'quarantine' and i.stage <> 'ended' and i.id > $2::uuid
              and exists (select from contact k join disease_case c on c.id = k.source_case_id::uuid and c.disease = $1
                where k.exposed_person_id = i.person_id and k.stage <> 'dropped')
            order by i.id limit $3)
         order by 1 limit $3`,
        [disease, after || BEFORE_ALL, limit],
      );
      return rows;
    },
    async contacts({ disease, after, limit }) {
      const { rows } = await pool.query<{ id: string }>(
        `select k.id from contact k
         where ${isOpenContact('k')} and k.id > $2::uuid
           and exists (select from disease_case c where c.id = k.source_case_id::uuid and c.disease = $1)
         order by k.id limit $3`,
        [disease, after || BEFORE_ALL, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
