import { isolationOfCase } from './isolation-of-row.ts';
import { mergedWith } from './merged-records.pg.ts';
import { isOfTheDead } from './of-the-dead.ts';
import { isOpenCase } from './open-case.ts';

/** Of every name of a person, as records are merged: `hasDied` for many at once. */
const DEAD = (rows: string): string => `record(person_id, id) as (
    select person_id, person_id::text from ${rows}
    union select r.person_id, o.id from record r cross join lateral ${mergedWith('r.id')} o
  ), dead as (
    select distinct r.person_id from record r join disease_case d on d.person_id = r.id and ${isOfTheDead('d')}
  )`;

/** A case has one isolation; of a contact's quarantines the last that counts it, where it is one that is planned. */
const ISOLATION = `lateral (
    ${isolationOfCase('b', 'i.stage')}
    union all (
      select i.stage from isolation i
      where b.subject_kind = 'contact' and k.state #>> '{plan,kind}' = 'quarantine'
        and i.person_id = b.person_id::text and i.kind = 'quarantine'
        and i.state -> 'exposures' @> jsonb_build_array(jsonb_build_object('contactId', b.subject_id::text))
      order by i.id desc limit 1)) i`;

/**
 * Queries for a `with recursive`: why the people of some rows are not asked any more, `because`, row by row; nothing where
 * they are. The guards of a single message, for a whole batch. `rows` has person_id, subject_kind, subject_id and case_id.
 */
export const noLongerAsked = (rows: string): string => `${DEAD(rows)}, standing as (
    select b.*, case
        when dead.person_id is not null then 'person-deceased'
        when b.subject_kind = 'case' and not ${isOpenCase('c')} then 'case-closed'
        when b.subject_kind = 'case' and c.stage = 'in-hospital' then 'in-hospital'
        when b.subject_kind = 'contact' and k.stage is distinct from 'follow-up' then 'contact-closed'
        when i.stage = 'ended' then 'isolation-ended'
        when c.state ? 'identityInDoubt' then 'identity-in-doubt' end as because
    from ${rows} b
      left join dead on dead.person_id = b.person_id
      left join disease_case c on c.id = b.case_id
      left join contact k on b.subject_kind = 'contact' and k.id = b.subject_id
      left join ${ISOLATION} on true
  )`;
