-- Up Migration

-- The order in which other systems read what happened. `seq` is given when a row is written and seen when its
-- transaction ends, so a later number may be seen first; the transaction's id tells which rows may still be to come. The
-- default is evaluated once for the rows that are there: no row is rewritten, and they come before all later ones.
alter table domain_event add column transaction_id xid8 not null default pg_current_xact_id();
create index domain_event_by_transaction on domain_event (transaction_id, seq);

-- Down Migration

drop index domain_event_by_transaction;
alter table domain_event drop column transaction_id;
