-- Up Migration

-- Whose answer a text is: whoever a round has asked and not heard of yet.
create index follow_up_asked on follow_up (subject_id) where state = 'asked';

-- Down Migration

drop index follow_up_asked;
