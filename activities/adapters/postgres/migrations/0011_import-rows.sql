-- Up Migration

-- `fault`: a code for a row that cannot be taken; nothing of its values is kept.
alter table import_row
  add column fault text,
  add column kept_at timestamptz not null default clock_timestamp();

-- What an import has made of a patient of a source, once in the office. `key`: a keyed hash of source and patient.
create table imported_case (
  key text primary key,
  case_id uuid not null,
  run_id uuid not null,
  number integer not null
);

-- Down Migration

drop table imported_case;
alter table import_row drop column fault, drop column kept_at;
