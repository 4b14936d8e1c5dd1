import type pg from 'pg';
import type { Lookups, OpenMatter } from '../../ports/lookups.ts';
import { isOpenCase } from './open-case.ts';

/** Whoever is one person, by every link of merged records: of person `p`. */
export const SAME = `(with recursive same (id) as (
    select p.id union select m.id from person m join same on m.merged_into = same.id::text)
  select array_agg(id) from same)`;

/** Of a look-up `i`. */
export const LOOK_UP_OVER = `i.stage in ('closed', 'rejected')`;
/** Of a case `c`. */
export const NO_CASE = `c.stage in ('not-a-case', 'withdrawn')`;
/** Somebody is asked about it, or a call about it is under way. */
const isWorkedOn = (id: string): string =>
  `(exists (select from task t where t.stage = 'open' and t.subject_id = ${id}::text)
    or exists (select from effect f where f.owner_id = ${id}::text and f.status = 'intended'))`;

/** In SQL: that something of a person is open, by its kind, of people with any of the ids `one.same`. */
export const STILL_OPEN: Readonly<Record<OpenMatter, string>> = {
  case: `exists (select from disease_case c where c.person_id = any (one.same::text[]) and (${isOpenCase('c')}
    or c.state ? 'identityInDoubt'
    or exists (select from task t where t.stage = 'open' and t.case_id = c.id::text)
    or exists (select from effect f where f.case_id = c.id::text and f.status = 'intended')
    or exists (select from information_request i where i.case_id = c.id::text and not ${LOOK_UP_OVER})
    or exists (select from survey s where s.case_id = c.id::text and s.stage = 'offered' and not ${NO_CASE})
    or exists (select from route r where r.case_id = c.id::text and r.stage = 'open' and not ${NO_CASE})))`,
  contact: `exists (select from contact k where k.exposed_person_id = any (one.same::text[])
    and (k.stage in ('named', 'follow-up') or ${isWorkedOn('k.id')}))`,
  isolation: `exists (select from isolation i where i.person_id = any (one.same::text[])
    and (i.stage <> 'ended' or ${isWorkedOn('i.id')}))`,
  supplies: `exists (select from isolation i join supplies u on u.isolation_id = i.id::text
    where i.person_id = any (one.same::text[])
    and (u.stage not in ('present', 'delivered', 'cancelled') or ${isWorkedOn('u.id')}))`,
  claim: `exists (select from isolation i join living_support l on l.isolation_id = i.id::text
    where i.person_id = any (one.same::text[])
    and (l.stage not in ('ineligible', 'rejected', 'paid', 'recovered') or ${isWorkedOn('l.id')}))`,
  task: `exists (select from task t where t.stage = 'open' and t.subject_id = any (one.same::text[]))`,
  guardian: `exists (select from person w where w.state ? 'guardianId'
    and w.state ->> 'guardianId' = any (one.same::text[]) and w.sealed is not null)`,
  question: `exists (select from follow_up f where f.state = 'asked' and f.person_id = any (one.same))`,
};

const KINDS = Object.keys(STILL_OPEN) as OpenMatter[];
const OF_PERSON = `select array_remove(array[${KINDS.map((kind) => `case when ${STILL_OPEN[kind]} then '${kind}' end`).join(', ')}], null)
    as open from person p cross join lateral (select ${SAME} as same offset 0) one where p.id = $1`;

export const openMattersOf =
  (pool: pg.Pool): Lookups['openMattersOf'] =>
  async (personId) => {
    const { rows } = await pool.query<{ open: OpenMatter[] }>(OF_PERSON, [personId]);
    return rows[0]?.open ?? [];
  };
