-- Up Migration

-- One piece of work over many rows.
create table bulk_run (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  kind text not null generated always as (state ->> 'kind') stored,
  key text not null generated always as (state ->> 'key') stored
);
create unique index bulk_run_by_key on bulk_run (kind, key);

-- How far each step of a run has come: it moves in the transaction that writes the rows.
create table bulk_progress (
  run_id uuid not null,
  step text not null,
  cursor text not null default '',
  done boolean not null default false,
  counts jsonb not null default '{}',
  moved_at timestamptz not null default clock_timestamp(),
  primary key (run_id, step)
);

-- A check of one person under watch, once a day and slot however many episodes they are in.
create table follow_up (
  day date not null,
  slot text not null,
  person_id uuid not null,
  subject_kind text not null check (subject_kind in ('case', 'contact')),
  subject_id uuid not null,
  case_id uuid not null,
  district text not null,
  disease text not null,
  tier text not null,
  channel text not null,
  asked_at timestamptz not null,
  answer_within_hours real not null,
  state text not null default 'asked' check (state in ('asked', 'answered', 'missed', 'not-reached')),
  course text,
  closed_at timestamptz,
  primary key (day, slot, person_id)
);

-- A message that a round owes to a person. The telephone stays in the person's row; the text follows from the template.
create table outgoing_message (
  run_id uuid not null,
  person_id uuid not null,
  key text not null,
  case_id uuid not null,
  disease text not null,
  template text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'dropped')),
  claimed_at timestamptz,
  settled_at timestamptz,
  code text,
  primary key (run_id, person_id)
);

-- Down Migration

drop table outgoing_message, follow_up, bulk_progress, bulk_run;
