-- Up Migration

-- The orders and filters of line lists, beside the state, so that a change of anything else leaves their indexes alone.
-- What is not known comes last: '-' is before every day, where the newest come first, and '~' behind, where what is due
-- soonest does. With the id, or rows that are all alike would mislead the planner.
alter table disease_case
  add column classification text generated always as (state ->> 'classification') stored,
  add column registry_number text generated always as (state ->> 'registryNumber') stored,
  add column onset_on text collate "C" generated always as
    (coalesce(state #>> '{onset,entered}', state #>> '{onset,computed}', '-' || id)) stored,
  add column confirmed_at text collate "C" generated always as (coalesce(state ->> 'confirmedAt', '-' || id)) stored,
  add column next_due_at text collate "C" generated always as (coalesce(case state ->> 'stage'
    when 'symptom-check' then state #>> '{question,answerBy}'
    when 'home-treatment' then state #>> '{check,dueAt}' end, '~' || id)) stored;
create index disease_case_of_district on disease_case (district, id);
create index disease_case_by_onset on disease_case (onset_on, id);
create index disease_case_of_district_by_onset on disease_case (district, onset_on, id);
create index disease_case_by_confirmation on disease_case (confirmed_at, id);
create index disease_case_of_district_by_confirmation on disease_case (district, confirmed_at, id);
create index disease_case_by_due on disease_case (next_due_at, id);
create index disease_case_of_district_by_due on disease_case (district, next_due_at, id);
create index disease_case_by_registry_number on disease_case (registry_number) where registry_number is not null;

alter table isolation add column officer text generated always as (state ->> 'officer') stored;
create index isolation_of_officer on isolation (officer) where officer is not null;

alter table contact
  add column district text generated always as (state ->> 'district') stored,
  add column last_contact_on text collate "C" generated always as (coalesce(state ->> 'dateOfLastContact', '-' || id)) stored,
  add column follow_up_until text collate "C" generated always as
    (coalesce(case state ->> 'followUp' when 'under' then state #>> '{plan,endsAt}' end, '~' || id)) stored;
create index contact_of_district on contact (district, id);
create index contact_by_exposure on contact (last_contact_on, id);
create index contact_of_district_by_exposure on contact (district, last_contact_on, id);
create index contact_by_follow_up on contact (follow_up_until, id);
create index contact_of_district_by_follow_up on contact (district, follow_up_until, id);

-- Down Migration

alter table contact drop column follow_up_until, drop column last_contact_on, drop column district;
alter table isolation drop column officer;
alter table disease_case drop column next_due_at, drop column confirmed_at, drop column onset_on,
  drop column registry_number, drop column classification;
