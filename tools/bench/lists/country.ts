import type pg from 'pg';
import { DISTRICTS } from '../../../domain/shared-kernel/districts/districts.ts';
import { withoutIndexes } from './without-indexes.ts';

/** How much there is. Three in ten of everything lie in the four big districts. */
export const COUNTRY = { cases: 300_000, contacts: 1_000_000, tasks: 260_000, bigTasks: 15_000 } as const;
export type Country = Readonly<Record<keyof typeof COUNTRY, number>>;

export const BIG = ['11110', '26440', '41590', '11680'] as const;
const OTHERS = DISTRICTS.filter(({ successors }) => successors.length === 0)
  .map(({ code }) => code)
  .filter((code) => !BIG.some((big) => big === code));

const idOf = (kind: number, number: string): string =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
export const caseIdOf = (number: number): string => numbered(1, number);
export const personIdOf = (number: number): string => numbered(3, number);
const numbered = (kind: number, number: number): string =>
  `0190000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** Spread without chance, so that every run has the same rows. */
const mixed = (number: string, salt: number): string =>
  `((hashint4(${number} * 31 + ${salt})::bigint + 2147483648) % 100000)::int`;
const someOf = (number: string, salt: number): string => `case when ${mixed(number, salt)} < 30000
  then ($2::text[])[1 + ${mixed(number, salt + 1)} % 4] else ($3::text[])[1 + ${mixed(number, salt + 2)} % cardinality($3::text[])] end`;
const moment = (sql: string): string => `to_char((${sql}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
/** Of ninety days up to now, in the order of the numbers. */
const when = (number: string, of: string): string =>
  `now() - interval '90 days' * (1 - ${number}::float8 / ${of})`;

/** The newest are open; of stages and outcomes some are rare. */
const CASES = `insert into disease_case (id, version, state)
  select ${idOf(1, 'c')}, 5, jsonb_strip_nulls(jsonb_build_object('stage', stage, 'personId', ${idOf(3, 'c')}, 'disease', 'covid-19',
    'district', ${someOf('c', 1)}, 'classification', case stage when 'suspected' then 'suspected' when 'not-a-case' then 'notACase' else 'confirmed' end,
    'classifications', '[]'::jsonb, 'openedAt', ${moment('at')}, 'confirmedAt', case when stage <> 'suspected' then ${moment(`at + interval '9 hours'`)} end,
    'registryNumber', case when stage <> 'suspected' then 'KR-' || to_char(at, 'YYYY') || '-' || lpad(c::text, 8, '0') end,
    'homeTreatmentSince', case when stage in ('home-treatment', 'symptom-check') then ${moment(`at + interval '10 hours'`)} end,
    'symptomatic', m % 4 <> 0, 'onset', case when m % 4 = 0 then '{}'::jsonb else jsonb_build_object('entered', left(${moment(`at - interval '1 day' * (1 + m % 5)`)}, 10)) end,
    'tier', case when stage = 'home-treatment' then jsonb_build_object('tier', case when m < 200 then 'intensive' else 'general' end, 'checksPerDay', 2, 'protocol', 'covid-19/kr/2020-06-25', 'since', ${moment('at')}) end,
    'outcome', case stage when 'deceased' then jsonb_build_object('outcome', 'deceased', 'on', left(${moment(`at + interval '12 days'`)}, 10))
      when 'released' then jsonb_build_object('outcome', 'recovered', 'on', left(${moment(`at + interval '10 days'`)}, 10)) end,
    'closedAt', case when stage in ('released', 'deceased', 'withdrawn', 'not-a-case') then ${moment(`at + interval '11 days'`)} end,
    'reports', '[]'::jsonb, 'releaseTests', '[]'::jsonb, 'severities', '[]'::jsonb, 'treatments', '[]'::jsonb, 'stays', '[]'::jsonb,
    'diagnosticTests', 1, 'checks', 3, 'retestsOrdered', 0, 'retests', 0, 'decisions', 0))
  from (select c, at, m, case when c > $1::int * 0.93 then
        case when m < 60000 then 'home-treatment' when m < 75000 then 'confirmed' when m < 99700 then 'suspected' else 'in-hospital' end
      else case when m < 98000 then 'released' when m < 98500 then 'deceased' when m < 98510 then 'withdrawn' else 'not-a-case' end end as stage
    from (select c, ${when('c', '$1::int')} as at, ${mixed('c', 7)} as m from generate_series(1, $1::int) c) n) s`;

const ISOLATIONS = `insert into isolation (id, version, state)
  select ${idOf(4, 'n')}, 3, jsonb_strip_nulls(jsonb_build_object('kind', 'isolation', 'caseId', c.id, 'personId', c.person_id, 'district', c.district,
    'stage', case when c.stage in ('home-treatment', 'in-hospital') then 'active' else 'ended' end, 'placeType', 'home', 'since', c.state ->> 'openedAt',
    'endsAt', ${moment(`(c.state ->> 'openedAt')::timestamptz + interval '14 days'`)},
    'officer', case when c.stage = 'home-treatment' then 'isolation-officer-' || c.district || '-' || n % 40 end))
  from (select *, row_number() over (order by id)::int as n from disease_case where classification = 'confirmed') c`;

/** Each case names as many as it happens to; the newest are followed up. */
const CONTACTS = `insert into contact (id, version, state)
  select ${idOf(5, 'k')}, 3, jsonb_strip_nulls(jsonb_build_object('stage', stage, 'sourceCaseId', ${idOf(1, 'source')},
    'exposedPersonId', ${idOf(6, 'k')}, 'district', ${someOf('k', 11)}, 'foundBy', case when m < 100 then 'entryLog' else 'interview' end,
    'namedAt', ${moment('at')}, 'dateOfLastContact', case when m % 20 <> 0 then left(${moment(`at - interval '1 day' * (m % 6)`)}, 10) end,
    'exposures', '[]'::jsonb, 'ungradedExposures', 0, 'grade', case m % 3 when 0 then 'close' else 'casual' end,
    'followUp', case stage when 'follow-up' then 'under' when 'followed-up' then case when m < 60 then 'lost' else 'completed' end end,
    'plan', case when stage = 'follow-up' then jsonb_build_object('endsAt', ${moment(`at + interval '14 days'`)}) end))
  from (select *, 1 + ((k::bigint * $4::int) / $1::int - m % 900 + $4::int) % $4::int as source,
      case when k > $1::int * 0.9 then case when m < 80000 then 'follow-up' when m < 90000 then 'graded' else 'named' end
        else case when m < 97000 then 'followed-up' when m < 99950 then 'dropped' else 'converted' end end as stage
    from (select k, ${when('k', '$1::int')} as at, ${mixed('k', 13)} as m from generate_series(1, $1::int) k) n) s`;

const KINDS = [
  'no-answer',
  'result-overdue',
  'address-missing',
  'supplies-failed',
  'contact-grading',
  'isolation-call',
  'visits-to-establish',
  'survey-refused',
];
const TEAMS = `array['patient-management', 'isolation-management', 'diagnostic-testing', 'epidemiological-investigation']`;

/** The first lie in the big districts, so many in each; half of all wait for the first time, few were sent up. */
const TASKS = `insert into task (id, version, state)
  select ${idOf(7, 't')}, 2, jsonb_strip_nulls(jsonb_build_object('stage', case when t % 13 = 0 and t > 4 * $4::int then 'done' else 'open' end,
    'kind', case when m < 30 then 'clinic-full' else ($5::text[])[1 + m % 8] end, 'team', (${TEAMS})[1 + m % 4], 'caseId', ${idOf(1, 't')},
    'district', case when t <= 4 * $4::int then ($2::text[])[1 + t % 4] else ($3::text[])[1 + m % cardinality($3::text[])] end,
    'priority', 1 + m % 3, 'level', case when m % 50 = 0 then 1 when m % 333 = 0 then 2 end, 'owner', case when m % 5 < 2 then 'investigator-' || t % 4000 end,
    'openedAt', ${moment('at')}, 'dueAt', ${moment(`at + interval '1 hour' * (24 + m % 96)`)}))
  from (select t, now() - interval '5 days' * (1 - ((t::bigint * 7919) % $1::int)::float8 / $1::int) as at, ${mixed('t', 17)} as m from generate_series(1, $1::int) t) n`;

const EVENTS = `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id, command_id, dispatched_at)
  select 'case', ${idOf(1, 'c * 10')}, v, (array['CaseOpened', 'InfectionConfirmed', 'SymptomsReported'])[least(v, 3)], ${when('c', '$1::int')} + interval '1 hour' * v,
    'bench', jsonb_build_object('v', 1), ${idOf(1, 'c * 10')}::text, 'bench:' || c || ':' || v, now()
  from generate_series(1, $1::int / 10) c cross join generate_series(1, 12) v`;

/** Rows by SQL, as commands would have left them. Every tenth case has its history. */
export async function fillCountry(
  pool: pg.Pool,
  { cases, contacts, tasks, bigTasks }: Country,
): Promise<void> {
  await withoutIndexes(
    pool,
    ['disease_case', 'isolation', 'contact', 'task', 'domain_event'],
    async (client) => {
      const places = [BIG, OTHERS];
      await client.query(CASES, [cases, ...places]);
      await client.query('analyze disease_case');
      await client.query(ISOLATIONS);
      await client.query(CONTACTS, [contacts, ...places, cases]);
      await client.query(TASKS, [tasks, ...places, bigTasks, KINDS]);
      await client.query(EVENTS, [cases]);
    },
  );
}
