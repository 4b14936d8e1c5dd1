import type pg from 'pg';
import type { Lookups } from '../../ports/lookups.ts';
import { behindTelephone, recordsOf } from './merged-records.pg.ts';
import { isOpenCase } from './open-case.ts';

/** Watched no longer, or not meant: what was said may still concern it, but not for ever. */
const ENDED_CONTACT = `('followed-up', 'converted', 'dropped')`;
const HAPPENED_OF_LATE = (id: string): string =>
  `exists (select from domain_event e where e.aggregate_id = ${id} and e.at >= $2::timestamptz)`;

/** $1: the records behind the telephone. A ward counts under each of its records too, whichever names the guardian. */
const KNOWN = `${recordsOf(`select unnest($1::text[])
    union select p.id::text from person p where p.state ? 'guardianId' and p.state ->> 'guardianId' = any ($1)`)},
  known as (
    select c.person_id, c.id, c.id::text as case_id, null as contact_id, c.district,
      case when ${isOpenCase('c')} then 1 else 3 end as rank
    from disease_case c where c.person_id in (select id from record)
      and (${isOpenCase('c')} or ${HAPPENED_OF_LATE('c.id')})
    union all
    select k.exposed_person_id, k.id, k.source_case_id, k.id::text, k.state ->> 'district',
      case when k.stage in ${ENDED_CONTACT} then 4 else 2 end
    from contact k where k.exposed_person_id in (select id from record)
      and (k.stage not in ${ENDED_CONTACT} or ${HAPPENED_OF_LATE('k.id')})),
  nearest as (select distinct on (person_id) * from known where rank = (select min(rank) from known)
    order by person_id, id desc)
  select case_id as "caseId", contact_id as "contactId", district from nearest order by id`;

type Row = Readonly<{ caseId: string; contactId: string | null; district: string }>;

export const knownByPhone =
  (pool: pg.Pool, phoneIndex: (e164: string) => string): Lookups['knownByPhone'] =>
  async (phone, since) => {
    const people = await behindTelephone(pool, phoneIndex(phone));
    if (people.size === 0) return [];
    const { rows } = await pool.query<Row>({
      name: 'known-by-phone',
      text: KNOWN,
      values: [[...people.keys()], since],
    });
    return rows.map(({ caseId, contactId, district }) =>
      contactId === null ? { caseId } : { caseId, contactId, district },
    );
  };
