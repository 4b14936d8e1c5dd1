-- Up Migration

-- What became of each row of a run: codes, days and ids only.
create table bulk_result (
  run_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  outcome text not null,
  details jsonb not null default '{}',
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (run_id, subject_kind, subject_id)
);

-- A row that was handed in, sealed like a person's values; nothing is left of it once it has its result.
create table import_row (
  run_id uuid not null,
  number integer not null,
  sealed jsonb,
  primary key (run_id, number)
);

-- What a sweep has destroyed, under which rules. `hash` is over the body as it is written.
create table retention_certificate (
  run_id uuid primary key,
  issued_at timestamptz not null,
  body text not null,
  hash text not null
);

-- Down Migration

drop table retention_certificate, import_row, bulk_result;
