-- Up Migration

-- The engine lost its store while the call was under way: its process may have moved on, so nobody else may ask again.
alter table effect add column cut_off boolean not null default false;

-- Down Migration

alter table effect drop column cut_off;
