-- Up Migration

-- Personal values are sealed under a key of that person; `personal` holds what was written before, until it is sealed
-- too (by the program that runs these migrations).
alter table person
  alter column personal drop not null,
  add column sealed jsonb,
  add column phone_index text,
  add column merged_into text generated always as (state ->> 'mergedInto') stored,
  add column household_id text generated always as (state ->> 'householdId') stored;
drop index person_by_phone;
create index person_by_phone_index on person (phone_index) where phone_index is not null;
create index person_by_survivor on person (merged_into) where merged_into is not null;
create index person_by_household on person (household_id) where household_id is not null;

-- The state of a case has grown: the new members are told by the facts of each case.
update disease_case c set state = jsonb_build_object(
    'disease', 'covid-19',
    'onset', case when state ? 'dateOfSymptomOnset'
      then jsonb_build_object(state ->> 'onsetBasis', state ->> 'dateOfSymptomOnset') else '{}'::jsonb end,
    'severities', '[]'::jsonb, 'treatments', '[]'::jsonb
  ) || (
    select jsonb_build_object(
      'classifications', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'to', case e.type when 'CaseOpened' then 'suspected' when 'InfectionConfirmed' then 'confirmed' else 'notACase' end,
          'at', stamp.at,
          'because', case e.type when 'CaseOpened' then 'opened' when 'DiagnosisWithdrawn' then e.data ->> 'reason'
            else e.data ->> 'basis' end)) order by e.version)
        filter (where e.type in ('CaseOpened', 'InfectionConfirmed', 'InfectionRuledOut', 'DiagnosisWithdrawn')), '[]'),
      'reports', coalesce(jsonb_agg((e.data - 'v' - 'channel' - 'symptoms') || jsonb_build_object('reportedAt', stamp.at) ||
          case when jsonb_array_length(coalesce(e.data -> 'symptoms', '[]')) = 0 then '{}'::jsonb
            else jsonb_build_object('symptoms', (select jsonb_agg(jsonb_build_object('code', code))
              from jsonb_array_elements(e.data -> 'symptoms') code)) end order by e.version)
        filter (where e.type = 'SymptomsReported'), '[]'),
      'releaseTests', coalesce(jsonb_agg(jsonb_build_object('testId', e.data ->> 'testId', 'result', e.data ->> 'result',
          'resultedAt', stamp.at) order by e.version) filter (where e.type = 'PcrTestPerformed'), '[]'),
      'stays', coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', stamp.at, 'until', (
            select replace(to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') from domain_event r
            where r.aggregate_id = e.aggregate_id and r.type = 'ReturnedFromHospital' and r.version > e.version
            order by r.version limit 1))) order by e.version) filter (where e.type = 'TransferredToHospital'), '[]')
    ) || coalesce((select jsonb_build_object('latestOpenTest', o.data ->> 'testId') from domain_event o
      where o.aggregate_id = c.id and o.type = 'DiagnosisLeftOpen' order by o.version desc limit 1), '{}')
    from domain_event e
      cross join lateral (
        select replace(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') as at) stamp
    where e.aggregate_id = c.id
  ) || (state - 'dateOfSymptomOnset' - 'onsetBasis' - 'latestReport' - 'lastConditions');
update disease_case set state = jsonb_set(state, '{check,asked}', 'true') where state ? 'check' and state ? 'question';
alter table disease_case add column disease text not null generated always as (state ->> 'disease') stored;
create index disease_case_open on disease_case (disease, id)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn');

update test t set state = state || jsonb_build_object('collectedAt', e.data ->> 'specimenCollectedAt')
  from domain_event e where e.aggregate_id = t.id and e.data ? 'specimenCollectedAt';
alter table test alter column case_id drop not null,
  add column contact_id text generated always as (state ->> 'contactId') stored;
create index test_by_contact on test (contact_id) where contact_id is not null;

update isolation set state = jsonb_build_object(
    'kind', 'isolation', 'startsOn', left(((state ->> 'orderedAt')::timestamptz at time zone 'Asia/Seoul')::text, 10),
    'binding', 'duty', 'placeType', 'home', 'workBan', false, 'noticeChannels', case when state ? 'notifiedAt' then '["sms"]'::jsonb else '[]'::jsonb end, 'exposures', '[]'::jsonb,
    'checks', 0, 'missedInARow', 0, 'violations', '[]'::jsonb, 'establishedViolations', 0
  ) || state;
alter table isolation alter column case_id drop not null,
  add column kind text not null generated always as (state ->> 'kind') stored,
  add column stage text not null generated always as (state ->> 'stage') stored,
  add column person_id text not null generated always as (state ->> 'personId') stored;
drop index isolation_by_case;
create unique index isolation_by_case on isolation (case_id) where kind = 'isolation';
create index isolation_by_person on isolation (person_id);
-- One quarantine per person, with many exposures.
create unique index isolation_one_quarantine on isolation (person_id) where kind = 'quarantine' and stage <> 'ended';

alter table task alter column case_id drop not null,
  add column subject_id text generated always as (state #>> '{subject,id}') stored;
create index task_by_subject on task (subject_id) where subject_id is not null;

create table supplies (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  isolation_id text not null generated always as (state ->> 'isolationId') stored
);
-- One at a time: what was cancelled may be opened anew.
create unique index supplies_by_isolation on supplies (isolation_id) where stage not in ('present', 'delivered', 'cancelled');

-- One row an exposed person and source case: no network that everybody locks.
create table contact (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  source_case_id text not null generated always as (state ->> 'sourceCaseId') stored,
  exposed_person_id text not null generated always as (state ->> 'exposedPersonId') stored,
  case_id text generated always as (state ->> 'caseId') stored
);
create unique index contact_by_source on contact (source_case_id, exposed_person_id);
create index contact_by_person on contact (exposed_person_id);
create index contact_by_case on contact (case_id) where case_id is not null;

create table route (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  case_id text not null generated always as (state ->> 'caseId') stored
);
create unique index route_by_case on route (case_id);

create table information_request (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  case_id text not null generated always as (state ->> 'caseId') stored,
  destroy_by text generated always as (state ->> 'destroyBy') stored
);
create index information_request_by_case on information_request (case_id);
create index information_request_to_destroy on information_request (destroy_by)
  where destroy_by is not null and stage <> 'closed';

create table survey (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  case_id text not null generated always as (state ->> 'caseId') stored
);
create index survey_by_case on survey (case_id);

create table clinic (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  district text not null generated always as (state ->> 'district') stored
);
create index clinic_by_district on clinic (district, id);

create table living_support (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  isolation_id text not null generated always as (state ->> 'isolationId') stored
);
create unique index living_support_by_isolation on living_support (isolation_id);

-- Every version of the rules for one disease in one jurisdiction.
create table protocol (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  disease text not null generated always as (state ->> 'disease') stored,
  jurisdiction text not null generated always as (state ->> 'jurisdiction') stored
);
create unique index protocol_by_disease on protocol (disease, jurisdiction);

-- Down Migration

drop table protocol, living_support, clinic, survey, information_request, route, contact, supplies;
alter table task drop column subject_id;
drop index isolation_by_case;
alter table isolation drop column person_id, drop column stage, drop column kind;
create unique index isolation_by_case on isolation (case_id);
alter table test drop column contact_id;
alter table disease_case drop column disease;
alter table person drop column household_id, drop column merged_into, drop column phone_index, drop column sealed;
create index person_by_phone on person ((personal ->> 'phone'));
