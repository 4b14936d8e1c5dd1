-- Up Migration

-- Who was let in or refused, to whose data, when, from where and why: ids, codes and moments, never a value. Rows are
-- chained: each has the hash of the one before it in its chain, a chain is what one process of the interface wrote.
create table access_record (
  chain uuid not null,
  position integer not null check (position > 0),
  at timestamptz not null,
  request_id uuid not null,
  staff_id text,
  roles text[] not null,
  offices text[] not null,
  source_address text not null,
  endpoint text not null,
  action text,
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  case_id uuid,
  district text,
  outcome text not null check (outcome in ('allowed', 'refused')),
  problem text check ((outcome = 'refused') = (problem is not null)),
  reason text,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (chain, position)
);
create index access_of_person on access_record (person_id, at) where person_id is not null;
create index access_of_case on access_record (case_id, at) where case_id is not null;
create index access_by_staff on access_record (staff_id, at);
create index access_by_time on access_record (at);

-- How far each chain had come: a chain that was cut off or taken away is missed. One chain of its own for all processes.
create table access_anchor (
  position integer primary key check (position > 0),
  at timestamptz not null,
  kind text not null check (kind in ('opened', 'head', 'closed', 'destroyed')),
  chain uuid not null,
  chain_position integer not null check ((kind = 'opened') = (chain_position = 0)),
  chain_hash bytea not null check (octet_length(chain_hash) = 32),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null unique check (octet_length(hash) = 32)
);
create index access_anchor_of_chain on access_anchor (chain, chain_position);
create unique index access_anchor_begins on access_anchor (chain) where kind = 'opened';
create unique index access_anchor_ends on access_anchor (chain) where kind = 'closed';

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append only: rows are neither changed nor removed', tg_table_name
    using errcode = 'restrict_violation', hint = 'A correction is a row of its own. What is older than two years goes by an anchor of kind destroyed.';
end $$;

create trigger append_only before update or truncate on access_record
  for each statement execute function append_only();
create trigger append_only before update or delete or truncate on access_anchor
  for each statement execute function append_only();

-- Rows go only as the beginning of a chain, two years old at least, once an anchor keeps the hash that the rest goes on from.
create function access_record_destroyed() returns trigger language plpgsql as $$
begin
  if not exists (select from access_anchor a
      where a.kind = 'destroyed' and a.chain = old.chain and a.chain_position >= old.position) then
    raise exception 'access_record is append only: row % of chain % is not covered by an anchor of kind destroyed', old.position, old.chain
      using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger append_only_until_destroyed before delete on access_record
  for each row execute function access_record_destroyed();

create function access_anchor_of_old() returns trigger language plpgsql as $$
begin
  if not exists (select from access_record r where r.chain = new.chain and r.position = new.chain_position
      and r.hash = new.chain_hash and r.at < clock_timestamp() - interval '2 years') then
    raise exception 'access records are kept for two years: row % of chain % is younger, or is not there', new.chain_position, new.chain
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger kept_two_years before insert on access_anchor
  for each row when (new.kind = 'destroyed') execute function access_anchor_of_old();

-- Down Migration

drop table access_anchor;
drop table access_record;
drop function access_anchor_of_old();
drop function access_record_destroyed();
drop function append_only();
