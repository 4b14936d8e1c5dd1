-- Up Migration

-- What people are found by: keyed hashes of their names, the beginnings and initials of these, birth dates and
-- telephones. Only of records that stand for themselves. The program that runs these migrations fills it.
create table person_search_token (
  token bytea not null,
  district text not null,
  person_id uuid not null,
  primary key (token, district, person_id)
);
create index person_search_token_of_person on person_search_token (person_id);

-- Down Migration

drop table person_search_token;
