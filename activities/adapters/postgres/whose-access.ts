import type { StoredEntry } from './access-entry.ts';

const personOfCase = (id: string): string =>
  `(select c.person_id::uuid from disease_case c where c.id = ${id})`;
const personOfIsolation = (id: string): string =>
  `(select i.person_id::uuid from isolation i where i.id = ${id})`;
const personOfContact = (id: string): string =>
  `(select k.exposed_person_id::uuid from contact k where k.id = ${id})`;
const person = (id: string): string => `(select p.id from person p where p.id = ${id})`;

/** Of a contact it is the exposed person, not the one whose case it is. */
const PERSON = `case a.kind
  when 'person' then a.id
  when 'case' then ${personOfCase('a.id')}
  when 'isolation' then ${personOfIsolation('a.id')}
  when 'contact' then ${personOfContact('a.id')}
  when 'supplies' then (select ${personOfIsolation('s.isolation_id::uuid')} from supplies s where s.id = a.id)
  when 'living-support' then (select ${personOfIsolation('l.isolation_id::uuid')} from living_support l where l.id = a.id)
  when 'test' then (select coalesce(${personOfContact('t.contact_id::uuid')}, ${personOfCase('t.case_id::uuid')})
    from test t where t.id = a.id)
  when 'task' then (select coalesce(${person('t.subject_id::uuid')}, ${personOfContact('t.subject_id::uuid')},
      ${personOfIsolation('t.subject_id::uuid')}, ${personOfCase('t.case_id::uuid')}) from task t where t.id = a.id)
  else ${personOfCase('a.case_id')} end`;

/** The moment with microseconds, in UTC: as text, so that what is hashed is what is stored. */
export const shownMoment = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What the database knows of entries that came together: its time, and whose data they are about, in their order. */
export const TIME_AND_PEOPLE = {
  name: 'access-time-and-people',
  text: `select ${shownMoment('clock_timestamp()')} as at, array(
    select coalesce(a.person_id, ${PERSON})
    from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[]) with ordinality as a(kind, id, case_id, person_id, number)
    order by a.number)::text[] as people`,
};
export type TimeAndPeople = Readonly<{ at: string; people: readonly (string | null)[] }>;

export const askedOfThem = (entries: readonly StoredEntry[]): readonly unknown[] => [
  entries.map(({ subjectKind }) => subjectKind),
  entries.map(({ subjectId }) => subjectId),
  entries.map(({ caseId }) => caseId),
  entries.map(({ personId }) => personId),
];
