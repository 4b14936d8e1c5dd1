-- Up Migration

-- What staff keep of a list that they read again and again. `team` and `offices`: who else sees it.
create table saved_filter (
  id uuid primary key,
  version integer not null,
  owner text not null,
  name text not null,
  path text not null,
  query jsonb not null,
  team text,
  offices text[] not null,
  saved_at timestamptz not null default clock_timestamp()
);
create unique index saved_filter_name on saved_filter (owner, name);
create index saved_filter_of_team on saved_filter (team, id) where team is not null;

-- Down Migration

drop table saved_filter;
