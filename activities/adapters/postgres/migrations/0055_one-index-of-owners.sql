-- Up Migration

-- What somebody has taken is found by the column since 0037.
drop index task_by_owner;

-- Down Migration

create index task_by_owner on task ((state ->> 'owner')) where stage = 'open' and state ? 'owner';
