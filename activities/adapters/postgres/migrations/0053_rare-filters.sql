-- Up Migration

-- The codes that line lists are filtered by, each with its field: those that few rows have are found wherever they are.
-- Searches read the list of what is pending, so it is kept short. How common a code is the planner knows by field alone:
-- of a list it takes those that it has never seen for more common than they are.
alter table disease_case add column codes text[] not null generated always as (array_remove(array[
    'classification:' || (state ->> 'classification'), 'disease:' || (state ->> 'disease'),
    'tier:' || (state #>> '{tier,tier}'), 'outcome:' || (state #>> '{outcome,outcome}')], null)) stored;
create index disease_case_by_codes on disease_case using gin (codes) with (gin_pending_list_limit = 64);
create statistics disease_case_tiers on (state #>> '{tier,tier}') from disease_case;
create statistics disease_case_outcomes on (state #>> '{outcome,outcome}') from disease_case;

alter table contact add column codes text[] not null generated always as (array_remove(array[
    'stage:' || (state ->> 'stage'), 'grade:' || (state ->> 'grade'), 'followUp:' || (state ->> 'followUp'),
    'foundBy:' || (state ->> 'foundBy'), 'transmission:' || (state ->> 'transmission')], null)) stored;
create index contact_by_codes on contact using gin (codes) with (gin_pending_list_limit = 64);
create statistics contact_grades on (state ->> 'grade') from contact;
create statistics contact_follow_ups on (state ->> 'followUp') from contact;
create statistics contact_finders on (state ->> 'foundBy') from contact;
create statistics contact_transmissions on (state ->> 'transmission') from contact;
analyze disease_case, contact;

-- From a case to its isolation and back, whichever the planner finds the shorter way: where few isolations fit, from them.
alter table isolation add column ends_at text collate "C" generated always as (state ->> 'endsAt') stored;
create index isolation_by_end on isolation (ends_at) where kind = 'isolation';
create index isolation_of_case_id on isolation ((case_id::uuid)) where kind = 'isolation';
analyze isolation;

-- The queues of a district are counted in the order in which they are listed.
create index task_of_queue on task (district, team, kind) include (owner, rise, due, opened) where stage = 'open';

-- What was opened lately, and what is about something that few tasks are about, wherever it lies.
create index task_by_opening on task (opened) include (team, province, district) where stage = 'open';
create index task_by_subject_kind on task (subject_kind) where stage = 'open' and subject_kind is not null;

-- Down Migration

drop index task_by_subject_kind, task_by_opening, task_of_queue;
drop index isolation_of_case_id;
alter table isolation drop column ends_at;
drop statistics contact_transmissions, contact_finders, contact_follow_ups, contact_grades, disease_case_outcomes,
  disease_case_tiers;
alter table contact drop column codes;
alter table disease_case drop column codes;
