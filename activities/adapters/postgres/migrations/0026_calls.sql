-- Up Migration

-- Whoever is to be called or visited stands on the list once, however many of their checks are due.
create unique index task_call on task (coalesce(subject_id, case_id), (state ->> 'kind'))
  where stage = 'open' and state ->> 'kind' in ('monitoring-call', 'monitoring-visit');

-- Down Migration

drop index task_call;
