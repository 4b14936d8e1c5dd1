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
create index person_by_household on person (household_id) where household_id is not null;

-- The state of a case has grown: what was stored before gets the new members.
update disease_case set state = jsonb_build_object(
    'disease', 'covid-19',
    'classifications', jsonb_build_array(jsonb_build_object('to', 'suspected', 'at', state ->> 'openedAt', 'because', 'opened')),
    'onset', case when state ? 'dateOfSymptomOnset'
      then jsonb_build_object(state ->> 'onsetBasis', state ->> 'dateOfSymptomOnset') else '{}'::jsonb end,
    'reports', case when state ? 'latestReport' then jsonb_build_array(state -> 'latestReport') else '[]'::jsonb end,
    'releaseTests', '[]'::jsonb, 'severities', '[]'::jsonb, 'treatments', '[]'::jsonb, 'stays', '[]'::jsonb
  ) || (state - 'dateOfSymptomOnset' - 'onsetBasis' - 'latestReport' - 'lastConditions');
alter table disease_case add column disease text not null generated always as (state ->> 'disease') stored;
create index disease_case_open on disease_case (disease, id)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn');

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
