-- Up Migration

-- A case goes from one district to another by an offer that the other one answers. At most one of a case at a time.
create table hand_over (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  case_id text not null generated always as (state ->> 'caseId') stored,
  from_district text not null generated always as (state ->> 'from') stored,
  to_district text not null generated always as (state ->> 'to') stored
);
create unique index hand_over_one_open on hand_over (case_id) where stage in ('offered', 'accepted');
create index hand_over_by_case on hand_over (case_id, id);
create index hand_over_outgoing on hand_over (from_district, id);
create index hand_over_incoming on hand_over (to_district, id);

-- Down Migration

drop table hand_over;
