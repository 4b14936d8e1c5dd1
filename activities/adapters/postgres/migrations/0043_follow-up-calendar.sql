-- Up Migration

-- In whose calendar somebody stands, while they are watched or isolated; of all others nothing, and no place in the index.
alter table contact add column watched_in text collate "C"
  generated always as (case when state ->> 'stage' = 'follow-up' then state ->> 'district' end) stored;
alter table isolation add column kept_in text collate "C"
  generated always as (case when state ->> 'stage' <> 'ended' then state ->> 'district' end) stored;
create index contact_watched on contact (watched_in, exposed_person_id) where watched_in is not null;
create index isolation_kept on isolation (kept_in, person_id) where kept_in is not null;

-- Down Migration

alter table isolation drop column kept_in;
alter table contact drop column watched_in;
