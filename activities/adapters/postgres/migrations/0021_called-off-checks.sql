-- Up Migration

-- Nobody needs the check any more: the person has died, the episode is over, or it is not clear whose it is. While that is
-- not clear a message is held.
alter table follow_up drop constraint follow_up_state_check,
  add constraint follow_up_state_check check (state in ('asked', 'answered', 'missed', 'not-reached', 'called-off'));
alter table outgoing_message drop constraint outgoing_message_state_check,
  add constraint outgoing_message_state_check
    check (state in ('waiting', 'held', 'sending', 'sent', 'refused', 'dropped')),
  add column held_since timestamptz;

-- Down Migration

update outgoing_message set state = 'waiting' where state = 'held';
alter table outgoing_message drop column held_since, drop constraint outgoing_message_state_check,
  add constraint outgoing_message_state_check check (state in ('waiting', 'sending', 'sent', 'refused', 'dropped'));
update follow_up set state = 'not-reached' where state = 'called-off';
alter table follow_up drop constraint follow_up_state_check,
  add constraint follow_up_state_check check (state in ('asked', 'answered', 'missed', 'not-reached'));
