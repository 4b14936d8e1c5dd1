import type pg from 'pg';
import type { CaseStage } from '../../../domain/patient-management/case/case.state.ts';
import type { Episode } from '../../../domain/patient-management/case/episodes.ts';
import type { ContactLookups, CoVisitor } from '../../ports/contact-lookups.ts';
import { isAskedByRound } from './asked-by-round.ts';
import { behindTelephone, recordsOf } from './merged-records.pg.ts';

/** A rejected visit is none. Both visits may be a moment long. */
const VISITS = `cross join lateral (
    select e ->> 'placeId' as place, (e ->> 'from')::timestamptz as came, (e ->> 'to')::timestamptz as went
    from jsonb_array_elements(r.state -> 'visits') e where e ->> 'standing' <> 'rejected') v`;
const TEXT = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
/** Exported for the test of its plan: place by place by an index, however many routes there are (`offset 0` keeps it so). */
export const CO_VISITORS = `with theirs as materialized (
    select r.case_id, c.person_id, v.place, v.came, v.went from route r join disease_case c on c.id = r.case_id::uuid
    ${VISITS} where r.case_id = $1
    and ($2::date is null or (v.went at time zone 'Asia/Seoul')::date >= $2::date)
    and ($3::date is null or (v.came at time zone 'Asia/Seoul')::date <= $3::date)),
  others as (select r.case_id, r.person_id, v.place, v.came, v.went from (select distinct place from theirs) p
    cross join lateral (select m.case_id, m.state, (select person_id from disease_case c where c.id = m.case_id::uuid) from route m
      where jsonb_path_query_array(m.state, '$.visits[*].placeId') @> to_jsonb(p.place) and m.case_id <> $1 offset 0) r
    ${VISITS} where v.place = p.place)
  select o.person_id as "personId", o.case_id as "caseId", o.place as "placeId",
    ${TEXT('greatest(t.came, o.came)')} as from, ${TEXT('least(t.went, o.went)')} as to,
    floor(extract(epoch from least(t.went, o.went) - greatest(t.came, o.came)) / 60)::int as minutes,
    (select k.id::text from contact k where k.source_case_id = $1 and k.exposed_person_id = o.person_id
      and k.stage <> 'dropped') as "contactId"
  from theirs t join others o on o.place = t.place and o.came <= t.went and t.came <= o.went
  where o.person_id <> t.person_id order by greatest(t.came, o.came), o.case_id limit 500`;

type EpisodeRow = Episode & Readonly<{ contactId: string | null }>;
/** Every record that stands for the same human being. */
const RECORDS = recordsOf('select $1::text');
const EPISODES = `${RECORDS}
  select id as "caseId", stage, state ->> 'classification' as classification, state ->> 'contactId' as "contactId"
  from disease_case where person_id in (select id from record) and disease = $2 order by id`;

export function pgContactLookups(pool: pg.Pool, phoneIndex: (e164: string) => string): ContactLookups {
  const hasCaseThatIs = async (stage: CaseStage, personId: string): Promise<boolean> => {
    const { rows } = await pool.query<{ found: boolean }>({
      name: 'has-case-that-is',
      text: `${RECORDS} select exists (
        select from disease_case where person_id in (select id from record) and stage = $2) as found`,
      values: [personId, stage],
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
      return rows.map(({ contactId, ...episode }) => ({
        ...episode,
        ...(contactId === null ? {} : { contactId }),
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
    async coVisitorsOf(caseId, { from, until }) {
      const { rows } = await pool.query<CoVisitor>(CO_VISITORS, [caseId, from ?? null, until ?? null]);
      return rows;
    },
  };
}
