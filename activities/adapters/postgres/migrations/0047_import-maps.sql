-- Up Migration

-- How the columns of a kind of list are read, kept by an office under a name. Headings and codes, no patient.
create table import_map (
  id uuid primary key,
  version integer not null,
  name text not null,
  district text not null,
  map jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default clock_timestamp()
);
create unique index import_map_name on import_map (district, name);

-- Down Migration

drop table import_map;
