-- Up Migration

-- Among equally urgent tasks what was sent up most often comes first.
drop index task_worklist;
create index task_worklist on task ((coalesce((state ->> 'priority')::int, 2)),
    (-coalesce((state ->> 'level')::int, 0)), (state ->> 'dueAt'), id)
  where stage = 'open';

-- Tasks escalated before say since when they are overdue: the first time limit that had passed when they were sent up.
update task t set state = t.state || jsonb_build_object('overdueSince', first.due)
  from (
    select distinct on (aggregate_id) aggregate_id, due from (
      select aggregate_id, version, at, type,
        lag(data ->> 'dueAt') over (partition by aggregate_id order by version) as due
      from domain_event where type in ('TaskOpened', 'TaskEscalated')) e
    where type = 'TaskEscalated' and at >= due::timestamptz
    order by aggregate_id, version) first
  where first.aggregate_id = t.id and not t.state ? 'overdueSince';

-- Down Migration

drop index task_worklist;
create index task_worklist on task ((coalesce((state ->> 'priority')::int, 2)), (state ->> 'dueAt'), id)
  where stage = 'open';
update task set state = state - 'overdueSince' where state ? 'overdueSince';
