-- Up Migration

-- Rounds and rollouts page over what is open, however much is closed by then.
create index contact_open on contact (id) where stage in ('named', 'graded', 'follow-up');
create index contact_followed on contact (id) where stage = 'follow-up';
create index isolation_open on isolation (kind, id) where stage <> 'ended';

-- Down Migration

drop index contact_open, contact_followed, isolation_open;
