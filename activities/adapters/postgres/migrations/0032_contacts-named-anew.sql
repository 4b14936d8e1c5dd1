-- Up Migration

-- Somebody who was dropped by mistake can be named again: one row an exposed person and source case that counts.
drop index contact_by_source;
create unique index contact_by_source on contact (source_case_id, exposed_person_id) where stage <> 'dropped';
-- All contacts of a case, the dropped ones too.
create index contact_of_source on contact (source_case_id);

-- Down Migration

-- Fails where somebody was named again: of two rows one would have to go.
drop index contact_of_source;
drop index contact_by_source;
create unique index contact_by_source on contact (source_case_id, exposed_person_id);
