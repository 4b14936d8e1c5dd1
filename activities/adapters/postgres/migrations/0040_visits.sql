-- Up Migration

-- Where a case was, as rows that other routes can be held against; the route itself is what is true (ADR 0019).
create table visit (
  route_id uuid not null references route on delete cascade,
  visit_id text not null,
  case_id uuid not null,
  -- whose route it is: a case never changes its person
  person_id uuid,
  place_id text not null,
  -- the place's, not the case's
  district text not null,
  -- both moments included
  came timestamptz not null,
  went timestamptz not null check (went >= came),
  standing text not null check (standing in ('undecided', 'established', 'rejected')),
  sources text[] not null,
  confidence text not null check (confidence in ('low', 'medium', 'high')),
  -- At most so many hours; 0: longer. Who was there when somebody came began at most so long before.
  lasts smallint not null generated always as (
    case when went - came <= interval '1 hour' then 1
         when went - came <= interval '4 hours' then 4
         when went - came <= interval '24 hours' then 24
         else 0 end) stored,
  primary key (route_id, visit_id)
);
create index visit_by_place on visit (place_id, lasts, came) include (went, case_id, person_id)
  where standing <> 'rejected';
create index visit_established on visit (district, place_id, came) include (case_id) where standing = 'established';

create function visits_of(state jsonb) returns table (
  visit_id text, place_id text, district text, came timestamptz, went timestamptz, standing text, sources text[], confidence text
) language sql stable as $$
  select e ->> 'visitId', e ->> 'placeId', e ->> 'district', (e ->> 'from')::timestamptz, (e ->> 'to')::timestamptz,
    e ->> 'standing', array(select jsonb_array_elements_text(e -> 'evidence')), e ->> 'confidence'
  from jsonb_array_elements(state -> 'visits') e
$$;

create function keep_visits() returns trigger language plpgsql as $$
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
create trigger visits_of_a_new_route after insert on route
  for each row when (new.state -> 'visits' <> '[]') execute function keep_visits();
create trigger visits_of_a_changed_route after update of state on route
  for each row when (old.state -> 'visits' is distinct from new.state -> 'visits') execute function keep_visits();

insert into visit (route_id, visit_id, case_id, person_id, place_id, district, came, went, standing, sources, confidence)
select r.id, told.visit_id, r.case_id::uuid, c.person_id::uuid, told.place_id, told.district, told.came, told.went,
  told.standing, told.sources, told.confidence
from route r cross join lateral visits_of(r.state) told left join disease_case c on c.id = r.case_id::uuid;

drop index route_by_place;

-- Down Migration

create index route_by_place on route using gin (jsonb_path_query_array(state, '$.visits[*].placeId') jsonb_path_ops);
drop trigger visits_of_a_changed_route on route;
drop trigger visits_of_a_new_route on route;
drop function keep_visits();
drop function visits_of(jsonb);
drop table visit;
