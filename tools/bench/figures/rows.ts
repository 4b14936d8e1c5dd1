import type pg from 'pg';
import { DISTRICTS } from '../../../domain/shared-kernel/districts/districts.ts';

/** How much of everything there is; two quarantines for ten contacts, supplies for every other case. */
export type Country = Readonly<{ cases: number; contacts: number; tasks: number }>;

const id = (kind: number, number: string): string =>
  `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const moment = (sql: string): string =>
  `to_char((${sql}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const daySeoul = (sql: string): string => `to_char((${sql}) at time zone 'Asia/Seoul', 'YYYY-MM-DD')`;
/** The first districts have more than the last. */
const SOME_DISTRICT = `($2::text[])[1 + floor(cardinality($2::text[]) * random() ^ 1.5)::int]`;
const within = (days: number): string => `now() - interval '1 day' * ${days} * random()`;

/** Three years of cases, as large as a case is by its end; one in eight without an onset, one in twenty no case after all. */
const CASES = `insert into disease_case (id, version, state)
  select ${id(1, 'c')}, 9, jsonb_strip_nulls(jsonb_build_object(
    'stage', case when l < 0.03 then 'not-a-case' when l < 0.05 then 'withdrawn' when l < 0.1 then 'suspected'
      when l < 0.11 then 'deceased' when opened > now() - interval '10 days' then 'home-treatment' else 'released' end,
    'classification', case when l < 0.05 then 'notACase' when l < 0.1 then 'suspected' when l < 0.15 then 'probable'
      else 'confirmed' end,
    'personId', ${id(3, 'c')}, 'disease', case when c % 50 = 0 then 'mers' else 'covid-19' end, 'district', district,
    'openedAt', ${moment('opened')}, 'symptomatic', true,
    'onset', jsonb_build_object('entered', case when c % 8 > 0 then ${daySeoul(`opened - interval '12 days' * m ^ 2`)} end),
    'confirmedAt', case when l >= 0.15 then ${moment(`opened + interval '36 hours' * m`)} end,
    'tier', case when l >= 0.15 and c % 9 > 0 then jsonb_build_object('tier', (array['general', 'intensive', 'general'])[1 + c % 3],
      'checksPerDay', 1, 'protocol', 'kr-covid-19/2020-06-25', 'since', ${moment('opened')}) end,
    'reports', (select jsonb_agg(jsonb_build_object('reportedAt', ${moment('opened')}, 'course', 'improving', 'feverFreeForHours', k))
      from generate_series(1, 8) k), 'releaseTests', '[]'::jsonb, 'diagnosticTests', 1, 'checks', 12, 'retests', 0, 'decisions', 0))
  from (select c, random() as l, random() as m, ${within(1_000)} as opened, ${SOME_DISTRICT} as district
    from generate_series(1, $1::int) c offset 0) v`;

const ISOLATIONS = `insert into isolation (id, version, state)
  select ${id(2, 'c')}, 4, jsonb_strip_nulls(jsonb_build_object('stage', case when stage = 'home-treatment' then 'active' else 'ended' end,
    'kind', 'isolation', 'caseId', case_id, 'personId', person_id, 'district', district, 'orderedAt', ${moment(`at + interval '3 hours' * m`)},
    'startsOn', ${daySeoul(`at + interval '3 hours' * m`)}, 'endsAt', ${moment(`at + interval '10 days'`)}, 'binding', 'duty',
    'notifiedAt', case when c % 20 > 0 then ${moment(`at + interval '30 hours' * m ^ 3`)} end, 'noticeChannels', '["sms"]'::jsonb,
    'exposures', '[]'::jsonb, 'checks', 9, 'missedInARow', 0, 'violations', '[]'::jsonb, 'establishedViolations', 0))
  from (select row_number() over () as c, id as case_id, person_id, district, stage, confirmed_at::timestamptz as at, random() as m
    from disease_case where confirmed_at > '0' and random() < 0.97 offset 0) v`;

/** Those of a case belong to its district; one in fifty to the next. */
const CONTACTS = `insert into contact (id, version, state)
  select ${id(4, 'c')}, 5, jsonb_strip_nulls(jsonb_build_object('stage', v.stage, 'sourceCaseId', s.id, 'exposedPersonId', ${id(5, 'c')},
    'district', case when c % 50 = 0 then ${SOME_DISTRICT} else s.district end, 'foundBy', 'interview',
    'namedAt', ${moment(`s.opened_at::timestamptz + interval '4 days' * m`)}, 'grade', case when v.stage <> 'named' then (array['close', 'casual', 'close'])[1 + c % 3] end,
    'exposures', jsonb_build_array(jsonb_build_object('dateOfLastContact', left(s.opened_at, 10), 'setting', 'workplace', 'minutes', 30, 'mask', 'none')),
    'dateOfLastContact', left(s.opened_at, 10), 'ungradedExposures', 0, 'followUp', case v.stage when 'follow-up' then 'under' else 'completed' end,
    'caseId', case when v.stage = 'converted' then ${id(1, '1 + c % 1000')} end))
  from (select c, random() as m, 1 + floor($3 * random() ^ 2)::int as source,
      (array['converted', 'dropped', 'follow-up', 'named', 'followed-up', 'followed-up', 'followed-up', 'followed-up', 'followed-up', 'followed-up'])[1 + floor(10 * random())::int] as stage
    from generate_series(1, $1::int) c offset 0) v join disease_case s on s.id = ${id(1, 'v.source')}`;

const QUARANTINES = `insert into isolation (id, version, state)
  select ${id(6, 'c')}, 4, jsonb_build_object('stage', case when c % 20 = 0 then 'active' else 'ended' end, 'kind', 'quarantine',
    'contactId', ${id(4, 'c')}, 'personId', ${id(5, 'c')}, 'district', ${SOME_DISTRICT}, 'orderedAt', ${moment(within(1_000))},
    'startsOn', '2020-03-01', 'endsAt', '2020-03-15T14:59:59Z', 'binding', 'duty', 'noticeChannels', '["sms"]'::jsonb,
    'exposures', '[]'::jsonb, 'checks', 9, 'missedInARow', 0, 'violations', '[]'::jsonb, 'establishedViolations', 0)
  from generate_series(1, $1::int) c`;

const SUPPLIES = `insert into supplies (id, version, state)
  select ${id(7, 'c')}, 5, jsonb_build_object('stage', stage, 'phase', stage, 'isolationId', ${id(2, 'c')}, 'personId', ${id(3, 'c')}, 'district', ${SOME_DISTRICT},
    'needed', '[]'::jsonb, 'budgetWon', 100000, 'openedAt', ${moment(within(1_000))}, 'missing', '["rice", "water", "soap"]'::jsonb, 'leftOut', '[]'::jsonb,
    'attempts', '[{"items": [], "totalWon": 90000, "refunds": []}]'::jsonb, 'paidWon', 90000, 'refundedWon', 0, 'refundDueWon', 0)
  from (select c, (array['shipped', 'cancelled', 'failed', 'delivered', 'delivered', 'delivered'])[1 + c % 6] as stage from generate_series(1, $1::int) c) v`;

const TASKS = `insert into task (id, version, state)
  select ${id(8, 'c')}, 1, jsonb_build_object('stage', case when c % 5 = 0 then 'open' else 'decided' end, 'kind', kind, 'team', team,
    'district', ${SOME_DISTRICT}, 'openedAt', ${moment(within(20))}, 'dueAt', ${moment(`now() + interval '3 days' - interval '6 days' * random()`)},
    'priority', 2, 'subject', jsonb_build_object('kind', 'contact', 'id', ${id(4, 'c')}))
  from (select c, (array['contact-grading', 'isolation-visit', 'no-answer', 'kits-low'])[1 + c / 5 % 4] as kind,
    (array['epidemiological-investigation', 'isolation-management', 'patient-management', 'diagnostic-testing'])[1 + c / 5 % 4] as team
    from generate_series(1, $1::int) c) v`;

const TABLES = ['disease_case', 'isolation', 'contact', 'supplies', 'task'];

/** Rows by SQL: no event is behind them. */
export async function fillCountry(pool: pg.Pool, { cases, contacts, tasks }: Country): Promise<void> {
  const districts = DISTRICTS.filter(({ validUntil }) => validUntil === undefined).map(({ code }) => code);
  const client = await pool.connect();
  try {
    await client.query(`truncate ${TABLES.join(', ')}`);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes where tablename = any ($1) and indexname not like '%_pkey'`,
      [TABLES],
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(`set session_replication_role = replica; select setseed(0.5)`);
    await client.query(CASES, [cases, districts]);
    await client.query(ISOLATIONS);
    await client.query(CONTACTS, [contacts, districts, cases]);
    await client.query(QUARANTINES, [Math.floor(contacts / 5), districts]);
    await client.query(SUPPLIES, [Math.floor(cases / 2), districts]);
    await client.query(TASKS, [tasks, districts]);
    await client.query('reset session_replication_role');
    for (const { definition } of indexes) await client.query(definition);
    for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
  } finally {
    client.release();
  }
}
