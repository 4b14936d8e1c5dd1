import type pg from 'pg';
import type {
  ContactNetwork,
  NetworkCase,
  NetworkContact,
  NetworkPart,
} from '../../ports/contact-network.ts';
import { recordsOf, standingFor } from './merged-records.pg.ts';

/** Contacts that one question reads at most. */
const MOST = 20_000;
const COLUMNS = `k.id as "contactId", k.source_case_id as "sourceCaseId", k.exposed_person_id as "exposedPersonId",
  k.state ->> 'district' as district, k.stage, k.state ->> 'grade' as grade,
  k.state ->> 'dateOfLastContact' as "dateOfLastContact",
  (select min(coalesce(e ->> 'dateOfFirstContact', e ->> 'dateOfLastContact'))
    from jsonb_array_elements(k.state -> 'exposures') e) as "dateOfFirstContact",
  k.case_id as "caseId", k.state ->> 'transmission' as transmission`;
const OF_CASES = `select ${COLUMNS} from contact k
  where k.source_case_id = any ($1) and k.stage <> 'dropped' order by k.id limit $2`;
/** Every case that these people, under whatever record, are known to have had as somebody's contact. */
const EPISODES = `${recordsOf('select unnest($1::text[])')}
  select ${COLUMNS} from record join contact k on k.exposed_person_id = record.id
  where k.case_id is not null and k.stage <> 'dropped' order by k.id limit $2`;
const RECORDS = `${recordsOf('select unnest($1::text[])')}
  select p.id, p.merged_into as "mergedInto" from record join person p on p.id = record.id::uuid`;

const TRANSMISSION = `k.case_id is not null and k.state ? 'transmission' and k.stage <> 'dropped'`;
const AROUND = `with recursive before(case_id) as (
    select $1::text union select k.source_case_id from before b join contact k on k.case_id = b.case_id where ${TRANSMISSION}),
  after(case_id) as (
    select $1::text union select k.case_id from after a join contact k on k.source_case_id = a.case_id where ${TRANSMISSION}),
  line as (select * from (select case_id from before limit $2) b union select * from (select case_id from after limit $2) a)
  select ${COLUMNS} from line join contact k on k.case_id = line.case_id
  where ${TRANSMISSION} order by k.id limit $2`;
const THROUGH = `with recursive seed as (
    select k.source_case_id, k.case_id from contact k
    join disease_case s on s.id = k.source_case_id::uuid join disease_case i on i.id = k.case_id::uuid
    where ${TRANSMISSION} and (s.district like any ($1) or i.district like any ($1))),
  after(case_id) as (select source_case_id from seed union select case_id from seed
    union select k.case_id from after a join contact k on k.source_case_id = a.case_id where ${TRANSMISSION}),
  reached as (select case_id from after limit $2)
  select ${COLUMNS} from reached join contact k on k.case_id = reached.case_id where ${TRANSMISSION} order by k.id limit $2`;

type Merged = Readonly<{ id: string; mergedInto: string | null }>;

export function pgContactNetwork(pool: pg.Pool): ContactNetwork {
  /** One more than may be: then it is not the whole. */
  const read = async (text: string, about: unknown): Promise<readonly NetworkContact[]> =>
    (await pool.query<NetworkContact>(text, [about, MOST + 1])).rows;
  /** One human being is one node, whatever records there are. */
  const standing = async (read: readonly NetworkContact[]): Promise<NetworkPart> => {
    const people = [...new Set(read.map(({ exposedPersonId }) => exposedPersonId))];
    const { rows } = await pool.query<Merged>(RECORDS, [people]);
    const links = new Map(rows.map(({ id, mergedInto }) => [id, mergedInto]));
    const contacts = read
      .slice(0, MOST)
      .map((one) => ({ ...one, exposedPersonId: standingFor(links, one.exposedPersonId) as string }));
    return { contacts, whole: read.length <= MOST };
  };
  return {
    async contactsFrom(caseId, degrees) {
      const found = new Map<string, NetworkContact>();
      const seen = new Set([caseId]);
      let wave: readonly string[] = [caseId];
      for (let degree = 1; degree <= degrees && wave.length > 0 && found.size <= MOST; degree += 1) {
        const named = await read(OF_CASES, wave);
        const episodes = await read(EPISODES, [
          ...new Set(named.map(({ exposedPersonId }) => exposedPersonId)),
        ]);
        for (const one of [...named, ...episodes]) found.set(one.contactId, one);
        wave = [...new Set(episodes.flatMap(({ caseId: own }) => own ?? []))].filter((one) => !seen.has(one));
        for (const one of wave) seen.add(one);
      }
      return standing([...found.values()]);
    },
    transmissionsAround: async (caseId) => standing(await read(AROUND, caseId)),
    transmissionsThrough: async (reach) =>
      standing(
        await read(
          THROUGH,
          reach.map((beginning) => `${beginning}%`),
        ),
      ),
    async networkCases(caseIds) {
      const { rows } = await pool.query<NetworkCase>(
        'select id as "caseId", state from disease_case where id = any ($1::uuid[])',
        [caseIds],
      );
      return rows;
    },
  };
}
