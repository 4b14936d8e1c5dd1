-- Up Migration

-- Files that were taken out of here: who, which list, which columns, by which filters, how many rows. Names and codes alone.
create table export_download (
  id uuid primary key,
  export_id uuid,
  staff_id text not null,
  list text not null check (list in ('cases', 'contacts')),
  format text not null check (format in ('csv', 'xlsx', 'fhir')),
  columns text[] not null,
  filters text[] not null,
  identifying boolean not null,
  begun_at timestamptz not null,
  outcome text not null default 'under-way' check (outcome in ('under-way', 'complete', 'broken')),
  rows integer check ((rows is null) = (outcome = 'under-way')),
  ended_at timestamptz check ((ended_at is null) = (outcome = 'under-way'))
);
create index export_download_of_export on export_download (export_id, begun_at) where export_id is not null;
create index export_download_by_time on export_download (begun_at);

-- Down Migration

drop table export_download;
