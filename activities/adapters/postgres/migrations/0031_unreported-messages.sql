-- Up Migration

-- Every minute the upkeep asks which texts are without a report: few, however many were sent.
create index effect_unreported on effect (settled_at) where system = 'sms' and status = 'done' and confirmed_at is null;

-- Down Migration

drop index effect_unreported;
