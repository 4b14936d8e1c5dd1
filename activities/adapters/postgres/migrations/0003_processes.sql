-- Up Migration

-- An effect belongs to whatever owns it, not to a case alone.
alter table effect alter column case_id drop not null,
  add column name text,
  add column owner_kind text not null default 'case',
  add column owner_id text;
update effect set owner_id = case_id;
alter table effect alter column owner_id set not null;
create index effect_by_owner on effect (owner_id);
create index effect_unsettled on effect (intended_at) where status = 'intended';

-- What partners told us, each message once. The body is kept, sealed, only while it waits for a person.
create table inbox_message (
  id uuid primary key,
  source text not null,
  message_id text not null,
  fingerprint text not null,
  status text not null check (status in ('received', 'applied', 'parked')),
  outcome text,
  body jsonb,
  received_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  deliveries integer not null default 1,
  unique (source, message_id)
);
create index inbox_message_unsettled on inbox_message (received_at) where status <> 'applied';

-- Down Migration

drop table inbox_message;
drop index effect_unsettled, effect_by_owner;
alter table effect drop column owner_id, drop column owner_kind, drop column name, alter column case_id set not null;
