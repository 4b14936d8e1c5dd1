-- Up Migration

-- Lists that say who somebody is leave after another person's approval. What is asked for, not what is in it.
create table export (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  district text not null generated always as (state ->> 'district') stored,
  requested_by text not null generated always as (state ->> 'requestedBy') stored
);
create index export_of_district on export (district, id);
create index export_undecided on export (id) where stage = 'requested';

-- Down Migration

drop table export;
