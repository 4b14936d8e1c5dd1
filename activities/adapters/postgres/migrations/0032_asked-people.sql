-- Up Migration

-- Before somebody's values are destroyed: whether a round still asks them. Otherwise every open check is read for each.
create index follow_up_of_person on follow_up (person_id) where state = 'asked';

-- Down Migration

drop index follow_up_of_person;
