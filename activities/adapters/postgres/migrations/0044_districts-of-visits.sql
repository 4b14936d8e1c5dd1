-- Up Migration

-- The district of the visitor's case, kept in step with it: an answer names hundreds of cases, and would read as many
-- pages for their districts (ADR 0019).
alter table visit add column case_district text;
update visit v set case_district = c.district from disease_case c where c.id = v.case_id;
drop index visit_by_place;
create index visit_by_place on visit (place_id, lasts, came) include (went, case_id, person_id, case_district)
  where standing <> 'rejected';

create or replace function keep_visits() returns trigger language plpgsql as $$
begin
  -- Held until the end of the transaction: a district that changes meanwhile is waited for, or waits and finds the rows.
  perform from disease_case where id = new.case_id::uuid for share;
  if tg_op = 'UPDATE' then
    delete from visit v where v.route_id = new.id
      and v.visit_id <> all (array(select told.visit_id from visits_of(new.state) told));
  end if;
  insert into visit (route_id, visit_id, case_id, person_id, case_district, place_id, district, came, went, standing, sources, confidence)
  select new.id, told.visit_id, new.case_id::uuid, c.person_id::uuid, c.district, told.place_id, told.district, told.came,
    told.went, told.standing, told.sources, told.confidence
  from visits_of(new.state) told left join disease_case c on c.id = new.case_id::uuid
  on conflict (route_id, visit_id) do update set place_id = excluded.place_id, district = excluded.district,
    came = excluded.came, went = excluded.went, standing = excluded.standing, sources = excluded.sources,
    confidence = excluded.confidence
  where (visit.place_id, visit.district, visit.came, visit.went, visit.standing, visit.sources, visit.confidence)
    is distinct from (excluded.place_id, excluded.district, excluded.came, excluded.went, excluded.standing,
      excluded.sources, excluded.confidence);
  return null;
end $$;

create function keep_district_of_visits() returns trigger language plpgsql as $$
begin
  update visit v set case_district = new.district from route r where r.case_id = new.id::text and v.route_id = r.id;
  return null;
end $$;
create trigger district_of_visits after update of state on disease_case
  for each row when (old.district is distinct from new.district) execute function keep_district_of_visits();

-- Down Migration

drop trigger district_of_visits on disease_case;
drop function keep_district_of_visits();
create or replace function keep_visits() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from visit v where v.route_id = new.id
      and v.visit_id <> all (array(select told.visit_id from visits_of(new.state) told));
  end if;
  insert into visit (route_id, visit_id, case_id, person_id, place_id, district, came, went, standing, sources, confidence)
  select new.id, told.visit_id, new.case_id::uuid, c.person_id::uuid, told.place_id, told.district, told.came, told.went,
    told.standing, told.sources, told.confidence
  from visits_of(new.state) told left join disease_case c on c.id = new.case_id::uuid
  on conflict (route_id, visit_id) do update set place_id = excluded.place_id, district = excluded.district,
    came = excluded.came, went = excluded.went, standing = excluded.standing, sources = excluded.sources,
    confidence = excluded.confidence
  where (visit.place_id, visit.district, visit.came, visit.went, visit.standing, visit.sources, visit.confidence)
    is distinct from (excluded.place_id, excluded.district, excluded.came, excluded.went, excluded.standing,
      excluded.sources, excluded.confidence);
  return null;
end $$;
drop index visit_by_place;
create index visit_by_place on visit (place_id, lasts, came) include (went, case_id, person_id)
  where standing <> 'rejected';
alter table visit drop column case_district;
