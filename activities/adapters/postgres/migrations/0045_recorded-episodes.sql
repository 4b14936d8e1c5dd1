-- Up Migration

-- What a list tells of the past is no open case either: the indexes of open cases leave it out, worded as the queries are.
drop index disease_case_open;
create index disease_case_open on disease_case (disease, id)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn', 'recorded');
drop index disease_case_one_open;
create unique index disease_case_one_open on disease_case (person_id, disease)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn', 'recorded') and not beside_another;
drop index disease_case_open_episodes;
create index disease_case_open_episodes on disease_case (disease, chosen_protocol, opened_at)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn', 'recorded');

-- Down Migration

drop index disease_case_open;
create index disease_case_open on disease_case (disease, id)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn');
drop index disease_case_one_open;
create unique index disease_case_one_open on disease_case (person_id, disease)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn') and not beside_another;
drop index disease_case_open_episodes;
create index disease_case_open_episodes on disease_case (disease, chosen_protocol, opened_at)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn');
