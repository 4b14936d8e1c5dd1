-- Up Migration

-- Tests, surveys and claims belong where their case, contact or isolation does, and are listed by that district: a copy
-- beside each, kept in step. Held until the end of the transaction: a district that changes meanwhile is waited for, or
-- waits and finds the row. Arguments: which field of the state names the owner, and the owner's table; the first that is
-- there counts.
create function take_district() returns trigger language plpgsql as $$
declare
  theirs text;
begin
  for i in 0 .. tg_nargs - 1 by 2 loop
    if new.state ? tg_argv[i] then
      execute format('select district from %I where id = $1::uuid for share', tg_argv[i + 1])
        into theirs using new.state ->> tg_argv[i];
    end if;
    exit when theirs is not null;
  end loop;
  new.district := coalesce(theirs, '00000');
  return new;
end $$;
-- Arguments: a table, and its column that names the owner.
create function give_district() returns trigger language plpgsql as $$
begin
  for i in 0 .. tg_nargs - 1 by 2 loop
    execute format('update %I set district = $1 where %I = $2', tg_argv[i], tg_argv[i + 1])
      using new.district, new.id::text;
  end loop;
  return null;
end $$;

alter table test add column district text not null default '00000';
update test t set district = coalesce(
  (select c.district from disease_case c where c.id = t.case_id::uuid),
  (select k.district from contact k where k.id = t.contact_id::uuid), '00000');
alter table survey add column district text not null default '00000';
update survey s set district = c.district from disease_case c where c.id = s.case_id::uuid;
alter table living_support add column district text not null default '00000';
update living_support l set district = i.district from isolation i where i.id = l.isolation_id::uuid;

create trigger district_of_a_test before insert on test
  for each row execute function take_district('caseId', 'disease_case', 'contactId', 'contact');
create trigger district_of_a_survey before insert on survey
  for each row execute function take_district('caseId', 'disease_case');
create trigger district_of_a_claim before insert on living_support
  for each row execute function take_district('isolationId', 'isolation');
create trigger district_of_its_tests_and_surveys after update of state on disease_case
  for each row when (old.district is distinct from new.district)
  execute function give_district('test', 'case_id', 'survey', 'case_id');
create trigger district_of_its_tests after update of state on contact
  for each row when (old.district is distinct from new.district) execute function give_district('test', 'contact_id');
create trigger district_of_its_claim after update of state on isolation
  for each row when (old.district is distinct from new.district)
  execute function give_district('living_support', 'isolation_id');

alter table test add column stage text generated always as (state ->> 'stage') stored;
alter table information_request add column district text generated always as (state ->> 'district') stored;

-- Whole lists are read in the order of the ids; what is still to be done is a small part, and found by its stage.
create index test_of_district on test (district, id);
create index test_awaited on test (district, stage, id) where stage in ('ordered', 'collected', 'received', 'rejected');
create index isolation_of_district on isolation (district, id);
create index isolation_running on isolation (district, stage, id) where stage <> 'ended';
create index supplies_of_district on supplies (district, id);
create index supplies_under_way on supplies (district, stage, id) where stage not in ('present', 'delivered', 'cancelled');
create index survey_of_district on survey (district, id);
create index survey_offered on survey (district, id) where stage = 'offered';
create index living_support_of_district on living_support (district, id);
create index living_support_under_way on living_support (district, stage, id)
  where stage not in ('ineligible', 'rejected', 'paid', 'recovered');
create index information_request_of_district on information_request (district, id);
create index information_request_under_way on information_request (district, stage, id)
  where stage not in ('closed', 'rejected');
analyze test, isolation, supplies, survey, living_support, information_request;

-- Down Migration

drop index isolation_running, isolation_of_district, supplies_under_way, supplies_of_district;
alter table information_request drop column district;
drop trigger district_of_its_claim on isolation;
drop trigger district_of_its_tests on contact;
drop trigger district_of_its_tests_and_surveys on disease_case;
drop trigger district_of_a_claim on living_support;
drop trigger district_of_a_survey on survey;
drop trigger district_of_a_test on test;
alter table living_support drop column district;
alter table survey drop column district;
alter table test drop column stage, drop column district;
drop function give_district();
drop function take_district();
