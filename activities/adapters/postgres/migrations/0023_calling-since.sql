-- Up Migration

-- When the last call was begun that may still take effect at the partner. Nothing: none is under way.
alter table effect add column calling_since timestamptz;
update effect set calling_since = clock_timestamp() where status = 'intended';

-- Down Migration

alter table effect drop column calling_since;
