-- Up Migration

-- The worklist is read in this order: the most urgent first, then what is due first.
create index task_worklist on task ((coalesce((state ->> 'priority')::int, 2)), (state ->> 'dueAt'), id)
  where stage = 'open';

-- Down Migration

drop index task_worklist;
