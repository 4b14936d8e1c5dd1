-- Up Migration

-- Under which id somebody new is being registered, by a keyed hash of all that was told of them: who tells of the same person at
-- the same moment registers the same record, or finds it there. Of use for that moment alone, so a crash may take it.
create unlogged table newcomer (
  token bytea primary key,
  person_id uuid not null,
  claimed_at timestamptz not null
);
create index newcomer_claimed_at on newcomer (claimed_at);

-- Down Migration

drop table newcomer;
