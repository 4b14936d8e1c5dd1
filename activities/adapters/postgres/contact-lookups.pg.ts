import type pg from 'pg';
import type { Episode } from '../../../domain/patient-management/case/episodes.ts';
import type { ContactLookups } from '../../ports/contact-lookups.ts';
import { isAskedByRound } from './asked-by-round.ts';
import { coVisitorsOf } from './co-visitors.pg.ts';
import { isOfTheDead } from './of-the-dead.ts';
import { behindTelephone, recordsOf } from './merged-records.pg.ts';

type EpisodeRow = Omit<Episode, 'confirmedAt'> &
  Readonly<{ contactId: string | null; confirmedAt: string | null }>;
/** Every record that stands for the same human being. */
const RECORDS = recordsOf('select $1::text');
const EPISODES = `${RECORDS}
  select id as "caseId", stage, state ->> 'classification' as classification, state ->> 'confirmedAt' as "confirmedAt",
    state ->> 'contactId' as "contactId"
  from disease_case where person_id in (select id from record) and disease = $2 order by id`;

const HAS_CASE = { deceased: isOfTheDead('d'), 'in-hospital': `d.stage = 'in-hospital'` } as const;

export function pgContactLookups(pool: pg.Pool, phoneIndex: (e164: string) => string): ContactLookups {
  const hasCaseThatIs = async (which: keyof typeof HAS_CASE, personId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ found: boolean }>({
      name: `has-case-that-is-${which}`,
      text: `${RECORDS} select exists (
        select from disease_case d where d.person_id in (select id from record) and ${HAS_CASE[which]}) as found`,
      values: [personId],
    });
    return rows[0]?.found === true;
  };
  return {
    async testsOfContact(contactId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from test where contact_id = $1 order by (state ->> 'sequence')::integer, id`,
        [contactId],
      );
      return rows.map(({ id }) => id);
    },
    async contactBetween(caseId, personId) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from contact where source_case_id = $1 and exposed_person_id = $2 and stage <> 'dropped'`,
        [caseId, personId],
      );
      return rows[0]?.id;
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
      const { rows } = await pool.query<EpisodeRow>({
        name: 'episodes',
        text: EPISODES,
        values: [personId, disease],
      });
      return rows.map(({ contactId, confirmedAt, ...episode }) => ({
        ...episode,
        ...(contactId === null ? {} : { contactId }),
        ...(confirmedAt === null ? {} : { confirmedAt }),
      }));
    },
    hasDied: (personId) => hasCaseThatIs('deceased', personId),
    isInHospital: (personId) => hasCaseThatIs('in-hospital', personId),
    async contactsWatchedByPhone(phone) {
      const people = await behindTelephone(pool, phoneIndex(phone));
      if (people.size === 0) return [];
      const { rows } = await pool.query<{
        contactId: string;
        personId: string;
        district: string;
        caseId: string;
        asked: boolean;
      }>(
        `select c.id as "contactId", c.exposed_person_id as "personId", c.state ->> 'district' as district,
           c.source_case_id as "caseId", ${isAskedByRound('contact', 'c.id')} as asked
         from contact c where c.exposed_person_id = any ($1) and c.stage = 'follow-up' order by c.id`,
        [[...people.keys()]],
      );
      return rows.map((row) => ({ ...row, personId: people.get(row.personId) ?? row.personId }));
    },
    coVisitorsOf: coVisitorsOf(pool),
  };
}
