-- Up Migration

create table person (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  personal jsonb not null
);
create index person_by_phone on person ((personal ->> 'phone'));

create table disease_case (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  district text not null generated always as (state ->> 'district') stored,
  person_id text not null generated always as (state ->> 'personId') stored
);
create index disease_case_by_stage on disease_case (stage, id);
create index disease_case_by_person on disease_case (person_id);

create table test (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  case_id text not null generated always as (state ->> 'caseId') stored
);
create index test_by_case on test (case_id);

create table isolation (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  case_id text not null generated always as (state ->> 'caseId') stored
);
create unique index isolation_by_case on isolation (case_id);

create table task (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  case_id text not null generated always as (state ->> 'caseId') stored,
  stage text not null generated always as (state ->> 'stage') stored
);
create index task_by_case on task (case_id);
create index task_open on task (id) where stage = 'open';

-- Every fact, once; while dispatched_at is null it still has to be announced.
create table domain_event (
  seq bigint generated always as identity primary key,
  aggregate_type text not null,
  aggregate_id uuid not null,
  version integer not null,
  type text not null,
  at timestamptz not null,
  actor text not null,
  data jsonb not null,
  case_id text,
  command_id text,
  recorded_at timestamptz not null default clock_timestamp(),
  dispatched_at timestamptz,
  unique (aggregate_id, version)
);
create index domain_event_to_announce on domain_event (seq) where dispatched_at is null;
create index domain_event_by_case on domain_event (case_id, seq);

-- One row per command that took effect: idempotency record and webhook inbox in one.
create table handled_command (
  command_id text primary key,
  fingerprint text,
  -- json keeps the order of its members: the answer is given again to the letter
  receipt json not null,
  handled_at timestamptz not null default clock_timestamp()
);

create table effect (
  key text primary key,
  system text not null,
  case_id text not null,
  status text not null check (status in ('intended', 'done', 'refused')),
  reference text,
  code text,
  attempts integer not null default 1,
  intended_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  confirmed_at timestamptz
);
create index effect_in_flight on effect (key) where status = 'intended';

-- How far the simulation's clock is ahead. Always zero outside simulation mode.
create table simulation_clock (
  only_row boolean primary key default true check (only_row),
  ahead interval not null default '0'
);
insert into simulation_clock default values;

-- Down Migration

drop table simulation_clock, effect, handled_command, domain_event, task, isolation, test, disease_case, person;
