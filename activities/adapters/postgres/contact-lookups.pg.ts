import type pg from 'pg';
import type { ContactLookups, EpisodeOf } from '../../ports/contact-lookups.ts';

export function pgContactLookups(pool: pg.Pool): ContactLookups {
  return {
    async testsOfContact(contactId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from test where contact_id = $1 order by (state ->> 'sequence')::integer, id`,
        [contactId],
      );
      return rows.map(({ id }) => id);
    },
    async quarantineOfContact(contactId) {
      const { rows } = await pool.query<{ id: string }>(
        `select i.id from contact c join isolation i on i.person_id = c.exposed_person_id
         where c.id = $1 and i.kind = 'quarantine'
           and i.state -> 'exposures' @> jsonb_build_array(jsonb_build_object('contactId', $1::text))
         order by i.id desc limit 1`,
        [contactId],
      );
      return rows[0]?.id;
    },
    async episodesOf(personId, disease) {
      const { rows } = await pool.query<{ id: string; stage: EpisodeOf['stage']; contact_id: string | null }>(
        `select id, stage, state ->> 'contactId' as contact_id from disease_case
         where person_id = $1 and disease = $2 order by id`,
        [personId, disease],
      );
      return rows.map(({ id, stage, contact_id: contactId }) => ({
        caseId: id,
        stage,
        ...(contactId === null ? {} : { contactId }),
      }));
    },
  };
}
