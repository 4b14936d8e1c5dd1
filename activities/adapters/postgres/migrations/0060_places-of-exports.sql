-- Up Migration

-- Of which districts a file was, as beginnings of their codes. What was taken before is the whole country's to look at.
alter table export_download add column places text[];

-- Down Migration

alter table export_download drop column places;
