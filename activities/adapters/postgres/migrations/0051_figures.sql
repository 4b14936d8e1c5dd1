-- Up Migration

-- Moments are stored in UTC: what they mean hangs on no setting, which the cast alone would not promise.
create function moment_of(text) returns timestamptz language sql immutable strict parallel safe
  as $$ select $1::timestamptz $$;

-- What figures count by, beside the state, and in an index with it: they are read without the rows.
alter table disease_case
  add column onset_day date generated always as
    ((moment_of(coalesce(state #>> '{onset,entered}', state #>> '{onset,computed}') || 'T00:00:00Z') at time zone 'UTC')::date) stored,
  add column opened_moment timestamptz generated always as (moment_of(state ->> 'openedAt')) stored,
  add column confirmed_moment timestamptz generated always as (moment_of(state ->> 'confirmedAt')) stored,
  add column tier text generated always as (state #>> '{tier,tier}') stored;
create index disease_case_counted on disease_case (district, opened_moment)
  include (disease, stage, classification, tier, onset_day, confirmed_moment, id);

alter table isolation
  add column district text generated always as (state ->> 'district') stored,
  add column ordered_moment timestamptz generated always as (moment_of(state ->> 'orderedAt')) stored,
  add column begun_day date generated always as
    ((moment_of((state ->> 'startsOn') || 'T00:00:00Z') at time zone 'UTC')::date) stored,
  add column notified_moment timestamptz generated always as (moment_of(state ->> 'notifiedAt')) stored;
create index isolation_counted on isolation (district, ordered_moment) include (kind, stage);
create index isolation_times on isolation (case_id) include (begun_day, notified_moment) where kind = 'isolation';

alter table contact
  add column named_moment timestamptz generated always as (moment_of(state ->> 'namedAt')) stored,
  add column grade text generated always as (state ->> 'grade') stored;
create index contact_counted on contact (district, named_moment) include (stage, grade, source_case_id);

alter table supplies
  add column district text generated always as (state ->> 'district') stored,
  add column opened_moment timestamptz generated always as (moment_of(state ->> 'openedAt')) stored;
create index supplies_counted on supplies (district, opened_moment) include (stage);

-- Down Migration

alter table supplies drop column opened_moment, drop column district;
alter table contact drop column grade, drop column named_moment;
alter table isolation drop column notified_moment, drop column begun_day, drop column ordered_moment, drop column district;
alter table disease_case drop column tier, drop column confirmed_moment, drop column opened_moment, drop column onset_day;
drop function moment_of(text);
