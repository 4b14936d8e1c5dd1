-- Up Migration

-- What the worklist is filtered and ordered by. `rise` falls with each escalation: what was sent up most often comes first.
alter table task
  add column district text collate "C" generated always as (state ->> 'district') stored,
  add column province text collate "C" generated always as (left(state ->> 'district', 2)) stored,
  add column team text collate "C" generated always as (state ->> 'team') stored,
  add column kind text collate "C" generated always as (state ->> 'kind') stored,
  add column priority int generated always as (coalesce((state ->> 'priority')::int, 2)) stored,
  add column rise int generated always as (-coalesce((state ->> 'level')::int, 0)) stored,
  add column due text collate "C" generated always as (state ->> 'dueAt') stored,
  add column opened text collate "C" generated always as (state ->> 'openedAt') stored,
  add column owner text collate "C" generated always as (state ->> 'owner') stored,
  add column subject_kind text collate "C" generated always as (state #>> '{subject,kind}') stored;

-- The list of each team, in the order in which it is read: in the country, in a province, in a district, of one kind, of
-- one member of staff. A list that spans several is read as the beginnings of each.
drop index task_worklist;
create index task_of_team on task (team, priority, rise, due, id) include (owner, opened, subject_kind)
  where stage = 'open';
create index task_of_province on task (province, team, priority, rise, due, id) include (owner, opened, subject_kind)
  where stage = 'open';
create index task_of_district on task (district, team, priority, rise, due, id) include (kind, owner, opened, subject_kind)
  where stage = 'open';
create index task_of_kind on task (kind, province, priority, rise, due, id) include (district, team, owner, opened)
  where stage = 'open';
create index task_of_owner on task (owner, priority, rise, due, id) where stage = 'open' and owner is not null;

-- Down Migration

drop index task_of_owner, task_of_kind, task_of_district, task_of_province, task_of_team;
create index task_worklist on task ((coalesce((state ->> 'priority')::int, 2)),
    (-coalesce((state ->> 'level')::int, 0)), (state ->> 'dueAt'), id)
  where stage = 'open';
alter table task drop column subject_kind, drop column owner, drop column opened, drop column due, drop column rise,
  drop column priority, drop column kind, drop column team, drop column province, drop column district;
