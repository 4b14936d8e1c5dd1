-- Up Migration

-- Which rules open cases need is asked each minute: without the cases' whole state.
alter table disease_case
  add column opened_at text generated always as (state ->> 'openedAt') stored,
  add column chosen_protocol text generated always as (state ->> 'chosenProtocol') stored;
create index disease_case_open_episodes on disease_case (disease, chosen_protocol, opened_at)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn');

-- Down Migration

drop index disease_case_open_episodes;
alter table disease_case drop column opened_at, drop column chosen_protocol;
