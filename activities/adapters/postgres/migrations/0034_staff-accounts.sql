-- Up Migration

-- What the office says of an account: whether it still counts, and when its holder is away. Looked at by every request.
create table staff_account (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  stage text not null generated always as (state ->> 'stage') stored,
  staff_id text not null generated always as (state ->> 'staffId') stored
);
create unique index staff_account_by_name on staff_account (staff_id);
-- Who can be away at all: few of many.
create index staff_account_away on staff_account (id) where stage = 'revoked' or state -> 'absences' <> '[]';

-- What somebody has taken, and whose named officer they are.
create index task_by_owner on task ((state ->> 'owner')) where stage = 'open' and state ? 'owner';
create index isolation_by_officer on isolation ((state ->> 'officer')) where stage <> 'ended' and state ? 'officer';

-- Down Migration

drop index isolation_by_officer, task_by_owner;
drop table staff_account;
