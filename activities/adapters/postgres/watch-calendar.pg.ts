import type pg from 'pg';
import type { CalendarLine, WatchCalendar } from '../../ports/watch-calendar.ts';
import { MEASURE, NAMED_ON } from './undecided.pg.ts';

/** Of one place the next people, in the order of an index. `:` comes after every digit of a code. */
const next = (table: string, place: string, person: string): string => `(
    select ${place} as district, ${person} as person from ${table}
    where (${place}, ${person}) >
        (greatest(range.beginning, $2::text), case when range.beginning > $2::text then '' else $3::text end)
      and ${place} < range.beginning || ':'
    order by ${place}, ${person} limit $4)`;
/** People twice: a page is filled by at most that many of each of its two tables. */
const PEOPLE = `select district, person from (
    select district, person from unnest($1::text[]) as range(beginning) cross join lateral (
      ${next('contact', 'watched_in', 'exposed_person_id')}
      union all ${next('isolation', 'kept_in', 'person_id')}) of_place
  ) somebody group by district, person order by district, person limit $4`;

/** Which rounds there were, one step of the index each. */
const ROUNDS = `(select f.day, f.slot from follow_up f where f.day >= $5::date order by f.day, f.slot limit 1)
  union all select later.day, later.slot from round cross join lateral (
    select f.day, f.slot from follow_up f where (f.day, f.slot) > (round.day, round.slot) and f.day <= $6::date
    order by f.day, f.slot limit 1) later`;

const list = (fields: Readonly<Record<string, string>>, order: string, from: string): string => `(
    select coalesce(jsonb_agg(jsonb_build_object(${Object.entries(fields)
      .map(([name, value]) => `'${name}', ${value}`)
      .join(', ')}) order by ${order}), '[]') from ${from})`;
const utc = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const DAY_OF = `(e.at at time zone 'Asia/Seoul')::date`;

const CONTACTS = list(
  {
    contactId: 'k.id',
    caseId: 'k.source_case_id',
    disease: 'c.disease',
    namedOn: NAMED_ON,
    measure: MEASURE,
    from: `k.state ->> 'followedFrom'`,
    endsAt: `k.state #>> '{plan,endsAt}'`,
    plan: `k.state -> 'plan'`,
    held: `c.state ? 'identityInDoubt'`,
  },
  'k.id',
  `contact k join disease_case c on c.id = k.source_case_id::uuid
   where k.exposed_person_id = line.person and k.stage = 'follow-up'`,
);
const CASES = list(
  {
    caseId: 'c.id',
    disease: 'c.disease',
    tier: `c.state #>> '{tier,tier}'`,
    protocol: `c.state #>> '{tier,protocol}'`,
    since: `c.state #>> '{tier,since}'`,
    held: `c.state ? 'identityInDoubt'`,
  },
  'c.id',
  `disease_case c where c.person_id = line.person and c.state ? 'tier'
     and c.stage in ('home-treatment', 'retest', 'clinician-decision')`,
);
const ISOLATIONS = list(
  {
    isolationId: 'i.id',
    kind: 'i.kind',
    stage: 'i.stage',
    caseId: 'i.case_id',
    startsOn: `i.state ->> 'startsOn'`,
    endsAt: `i.state ->> 'endsAt'`,
  },
  'i.id',
  `isolation i where i.person_id = line.person and i.stage <> 'ended'`,
);
const CHECKS = list(
  {
    day: 'f.day',
    slot: 'f.slot',
    channel: 'f.channel',
    state: 'f.state',
    course: 'f.course',
    askedAt: utc('f.asked_at'),
  },
  'f.day, f.slot',
  `round cross join lateral (select * from follow_up f
     where f.day = round.day and f.slot = round.slot and f.person_id = line.person::uuid offset 0) f
   where round.day <= $6::date`,
);
const VISITS = list(
  {
    day: DAY_OF,
    at: utc('e.at'),
    isolationId: 'i.id',
    outcome: `case e.type when 'InIsolationConfirmed' then 'inIsolation' else e.data ->> 'outcome' end`,
  },
  'e.at',
  `isolation i join domain_event e on e.aggregate_id = i.id
   where i.person_id = line.person and e.type in ('InIsolationConfirmed', 'IsolationCheckMissed')
     and ${DAY_OF} between $5::date and $6::date`,
);

const PAGE = `with recursive round(day, slot) as (${ROUNDS}), line as materialized (${PEOPLE})
  select line.district, line.person as "personId", ${CONTACTS} as contacts, ${CASES} as cases,
    ${ISOLATIONS} as isolations, ${CHECKS} as checks, ${VISITS} as visits
  from line order by line.district, line.person`;

/** A page is read in the order of its indexes, however many are watched; of its people all by their ids. */
export const pgWatchCalendar = (pool: pg.Pool): WatchCalendar => ({
  async page({ places, from, to, limit, after }) {
    const values = [places, after?.district ?? '', after?.personId ?? '', limit, from, to];
    const { rows } = await pool.query<CalendarLine>({ text: PAGE, values });
    return rows;
  },
});
