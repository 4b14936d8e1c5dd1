-- Up Migration

-- Every event of a case asks for its isolations, and those for their supplies, to tell their processes.
create index isolation_of_case on isolation (case_id) where case_id is not null;
create index supplies_of_isolation on supplies (isolation_id);

-- Down Migration

drop index isolation_of_case, supplies_of_isolation;
