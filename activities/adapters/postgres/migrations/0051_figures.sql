-- Up Migration

-- Moments are stored in UTC: what they mean hangs on no setting, which the casts alone would not promise.
create function moment_of(text) returns timestamptz language sql immutable strict parallel safe
  as $$ select $1::timestamptz $$;
create function day_in_seoul(text) returns date language sql immutable strict parallel safe
  as $$ select ($1::timestamptz at time zone 'Asia/Seoul')::date $$;

-- What figures count by, beside the state, and in an index with it: they are read without the rows. What a list told of
-- the past was reported when it was confirmed, not when the list came.
alter table disease_case
  add column onset_day date generated always as
    (day_in_seoul(coalesce(state #>> '{onset,entered}', state #>> '{onset,computed}') || 'T00:00:00+09:00')) stored,
  add column reported_day date generated always as
    (coalesce(day_in_seoul((state #>> '{recorded,confirmedOn}') || 'T00:00:00+09:00'), day_in_seoul(state ->> 'openedAt'))) stored,
  add column confirmed_day date generated always as (day_in_seoul(state ->> 'confirmedAt')) stored,
  add column confirmed_moment timestamptz generated always as (moment_of(state ->> 'confirmedAt')) stored,
  add column tier text generated always as (state #>> '{tier,tier}') stored;
create index disease_case_counted on disease_case (district, reported_day)
  include (disease, stage, classification, tier, onset_day, confirmed_day, confirmed_moment, id);

alter table isolation
  add column district text generated always as (state ->> 'district') stored,
  add column ordered_day date generated always as (day_in_seoul(state ->> 'orderedAt')) stored,
  add column begun_day date generated always as (day_in_seoul((state ->> 'startsOn') || 'T00:00:00+09:00')) stored,
  add column notified_moment timestamptz generated always as (moment_of(state ->> 'notifiedAt')) stored;
create index isolation_counted on isolation (district, ordered_day) include (kind, stage);
create index isolation_times on isolation (case_id) include (begun_day, notified_moment) where kind = 'isolation';

alter table contact
  add column named_day date generated always as (day_in_seoul(state ->> 'namedAt')) stored,
  add column grade text generated always as (state ->> 'grade') stored;
create index contact_counted on contact (district, named_day) include (stage, grade, source_case_id);

alter table supplies
  add column district text generated always as (state ->> 'district') stored,
  add column opened_day date generated always as (day_in_seoul(state ->> 'openedAt')) stored;
create index supplies_counted on supplies (district, opened_day) include (stage);

-- Down Migration

alter table supplies drop column opened_day, drop column district;
alter table contact drop column grade, drop column named_day;
alter table isolation drop column notified_moment, drop column begun_day, drop column ordered_day, drop column district;
alter table disease_case drop column tier, drop column confirmed_moment, drop column confirmed_day,
  drop column reported_day, drop column onset_day;
drop function day_in_seoul(text);
drop function moment_of(text);
