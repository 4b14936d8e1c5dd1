-- Up Migration

-- Messages of one kind that nobody can place are one task a day: it is about the first of them, and this names that one.
alter table inbox_message add column laid_with uuid;
create index inbox_message_laid_with on inbox_message (laid_with) where laid_with is not null;
-- A guardian answers for a ward.
create index person_by_guardian on person ((state ->> 'guardianId')) where state ? 'guardianId';

-- Down Migration

drop index person_by_guardian, inbox_message_laid_with;
alter table inbox_message drop column laid_with;
