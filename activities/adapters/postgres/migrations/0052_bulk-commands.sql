-- Up Migration

-- What somebody asked of many at once: the command, what they typed (sealed, and gone once the run is through), and as whom
-- they asked. `asked_at` is the database's time, as that of the access records is.
create table bulk_command (
  run_id uuid primary key,
  command text not null,
  sealed jsonb,
  trial boolean not null,
  undo_of uuid,
  staff_id text not null,
  roles text[] not null,
  offices text[] not null,
  source_address text not null,
  reason text,
  called_off boolean not null default false,
  asked_at timestamptz not null default clock_timestamp()
);

-- What it was asked of. `from_version` and `kept`: how the subject stood before, so that it can be brought back;
-- `expected_version` and `made_id`: of a way back, what it starts from.
create table bulk_command_row (
  run_id uuid not null,
  number integer not null,
  subject_id uuid not null,
  from_version integer,
  kept jsonb,
  expected_version integer,
  made_id uuid,
  primary key (run_id, number)
);
create unique index bulk_command_row_once on bulk_command_row (run_id, subject_id);

-- Down Migration

drop table bulk_command_row, bulk_command;
