-- Up Migration

-- Looked at every minute: whether a person was told of each.
create index test_corrected on test (id) where state ->> 'stage' = 'corrected';

-- Down Migration

drop index test_corrected;
