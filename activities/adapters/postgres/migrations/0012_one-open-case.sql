-- Up Migration

-- One open case per person and disease. Where two stand open already nobody is overruled: the one that was opened first
-- counts, the others are marked and go on to their own end; people see both. Whatever is opened from now on is watched.
alter table disease_case add column beside_another boolean not null default false;
update disease_case c set beside_another = true
  where c.stage not in ('released', 'not-a-case', 'deceased', 'withdrawn') and exists (
    select from disease_case o
    where o.person_id = c.person_id and o.disease = c.disease
      and o.stage not in ('released', 'not-a-case', 'deceased', 'withdrawn')
      and ((o.state ->> 'openedAt')::timestamptz, o.id) < ((c.state ->> 'openedAt')::timestamptz, c.id));
create unique index disease_case_one_open on disease_case (person_id, disease)
  where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn') and not beside_another;

-- Down Migration

drop index disease_case_one_open;
alter table disease_case drop column beside_another;
