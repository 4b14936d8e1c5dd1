-- Up Migration

-- Who infected whom, by keyed hashes: `{"own": …, "of": […]}`. Gone once the row's links are taken.
alter table import_row add column links jsonb;
-- What was taken of the patient then, as a keyed hash of each field: whether a later list says otherwise.
alter table imported_case add column told jsonb;

-- Down Migration

alter table imported_case drop column told;
alter table import_row drop column links;
