-- Up Migration

-- When a partner was last asked about an effect without a result: what no partner knows must not hold up the others.
alter table effect add column asked_at timestamptz;

-- Down Migration

alter table effect drop column asked_at;
