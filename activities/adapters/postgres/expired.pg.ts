import type pg from 'pg';
import type { ExpiringClass } from '../../../domain/bulk-work/retention.ts';
import type { Expired, Retention } from '../../ports/retention.ts';
import { BEFORE_ALL } from './bulk-batch.ts';
import { isOpenCase } from './open-case.ts';
import { LOOK_UP_OVER, NO_CASE, SAME, STILL_OPEN } from './still-open.pg.ts';

/** An aggregate has such an event `e`. Its own are read (`offset 0` keeps it so), and not all there are for each page. */
const hasEvent = (id: string, such: string): string =>
  `exists (select from domain_event e where e.aggregate_id = ${id} and ${such} offset 0)`;
/** Something happened to that aggregate at the limit or later, other than what a sweep did. */
const isRecent = (id: string): string =>
  hasEvent(id, `e.at >= $1::timestamptz and e.type not in ('VisitsDestroyed', 'AnswersDestroyed')`);
const destroyed = (id: string, type: string): string =>
  hasEvent(id, `e.type = '${type}' and e.actor = $3 and e.at >= $2::timestamptz`);

/** Nothing of the investigation of case `c` is open, and nothing happened to it, its contacts or its look-ups of late. */
const INVESTIGATED = `not ${isOpenCase('c')} and not c.state ? 'identityInDoubt' and not ${isRecent('c.id')}
  and not exists (select from contact k where k.source_case_id = c.id::text
    and (k.stage in ('named', 'follow-up') or ${isRecent('k.id')}))
  and not exists (select from information_request i where i.case_id = c.id::text
    and (not ${LOOK_UP_OVER} or ${isRecent('i.id')}))
  and not exists (select from survey s where s.case_id = c.id::text and ((s.stage = 'offered' and not ${NO_CASE}) or ${isRecent('s.id')}))
  and not exists (select from route r where r.case_id = c.id::text
    and ((r.stage = 'open' and not ${NO_CASE}) or ${isRecent('r.id')}))
  and not exists (select from task t where t.stage = 'open' and t.case_id = c.id::text)`;

/** Of people with any of the ids `one.same`. */
const OF_LATE = `exists (select from unnest(one.same) s(id) where ${isRecent('s.id')})
  or exists (select from disease_case c where c.person_id = any (one.same::text[]) and ${isRecent('c.id')})
  or exists (select from contact k where k.exposed_person_id = any (one.same::text[]) and ${isRecent('k.id')})
  or exists (select from isolation i where i.person_id = any (one.same::text[]) and (${isRecent('i.id')}
    or exists (select from supplies u where u.isolation_id = i.id::text and ${isRecent('u.id')})
    or exists (select from living_support l where l.isolation_id = i.id::text and ${isRecent('l.id')})))`;
/** Nothing about a person is open, and nothing happened to them of late. Their ids are `one.same`, worked out once. */
const NOTHING_OPEN = `not (${[OF_LATE, ...Object.values(STILL_OPEN)].join('\n  or ')})`;

/** The page after $4; `$6`: only that one. */
const FOUND: Readonly<Record<ExpiringClass, string>> = {
  'route-visits': `select o.id::text as id from route o join disease_case c on c.id = o.case_id::uuid
    where o.id > $4::uuid and ($6::uuid is null or o.id = $6) and (${destroyed('o.id', 'VisitsDestroyed')} or (
      (${hasEvent('o.id', `e.data ? 'placeId' and e.data ->> 'placeId' <> 'destroyed'`)}
        or exists (select from information_request v where v.case_id = o.case_id
          and v.state -> 'venue' ->> 'placeId' <> 'destroyed'))
      and ${INVESTIGATED})) order by o.id limit $5`,
  'survey-answers': `select o.id::text as id from survey o join disease_case c on c.id = o.case_id::uuid
    where o.id > $4::uuid and ($6::uuid is null or o.id = $6) and (${destroyed('o.id', 'AnswersDestroyed')} or (
      ${hasEvent('o.id', `e.data ? 'answers' and e.data -> 'answers' <> '{}'::jsonb`)}
      and ${INVESTIGATED})) order by o.id limit $5`,
  'personal-values': `select p.id::text as id from person p cross join lateral (select ${SAME} as same offset 0) one
    where p.id > $4::uuid and ($6::uuid is null or p.id = $6) and (${destroyed('p.id', 'PersonErased')} or (
      (p.sealed is not null or p.personal is not null) and p.merged_into is null
      and (p.state ->> 'registeredAt')::timestamptz < $1::timestamptz and ${NOTHING_OPEN})) order by p.id limit $5`,
};

const [from, to] = ['1970-01-01T00:00:00Z', '1970-01-01T00:01:00Z'] as const;
/** What stands in place of what an event told: it still folds. */
const BLANK: Readonly<Partial<Record<ExpiringClass, object>>> = {
  'route-visits': { placeId: 'destroyed', from, to, visitFrom: from, visitTo: to },
  'survey-answers': { answers: {} },
};
const NOWHERE = '00000';
/** Look-ups of a venue say where the case was too: their events and their state, which still is what its events fold to. */
const BLANK_VENUES = `with ended as (
    select i.id from information_request i join route r on r.case_id = i.case_id
    where r.id = $1 and i.state ? 'venue' and ${LOOK_UP_OVER}
  ), told as (
    update domain_event e set data = jsonb_set(e.data, '{venue}', (e.data -> 'venue') || $2::jsonb)
    from ended where e.aggregate_id = ended.id and e.data ? 'venue'
  )
  update information_request i set state = jsonb_set(i.state, '{venue}', (i.state -> 'venue') || $2::jsonb)
  from ended where i.id = ended.id`;

export const pgExpired = (pool: pg.Pool): Pick<Retention, 'expired' | 'isExpired' | 'blank'> => {
  const found = async (
    { what, before, since, by }: Expired,
    { after, limit, only }: Readonly<{ after: string; limit: number; only: string | null }>,
  ): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ id: string }>(FOUND[what], [before, since, by, after, limit, only]);
    return rows.map(({ id }) => id);
  };
  return {
    expired: ({ after, limit, ...asked }) => found(asked, { after: after || BEFORE_ALL, limit, only: null }),
    isExpired: async (id, asked) =>
      (await found(asked, { after: BEFORE_ALL, limit: 1, only: id })).length > 0,
    async blank(what, id) {
      const blank = BLANK[what];
      if (blank === undefined) return;
      await pool.query(
        `update domain_event set data = data
           || (select coalesce(jsonb_object_agg(name, value), '{}') from jsonb_each($2::jsonb) b(name, value) where data ? name)
           || case when data ? 'placeId' and data ? 'district' then jsonb_build_object('district', $3::text) else '{}'::jsonb end
       where aggregate_id = $1 and data ?| array(select jsonb_object_keys($2::jsonb))`,
        [id, JSON.stringify(blank), NOWHERE],
      );
      if (what === 'route-visits')
        await pool.query(BLANK_VENUES, [id, JSON.stringify({ placeId: 'destroyed', from, to })]);
    },
  };
};
