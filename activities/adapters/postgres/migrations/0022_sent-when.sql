-- Up Migration

-- How far the simulation's clock was ahead when an effect was first tried: when a message went out decides dates.
alter table effect add column ahead interval not null default '0';

-- Down Migration

alter table effect drop column ahead;
