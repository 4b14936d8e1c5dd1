-- Up Migration

-- Tasks stored before say how urgent they are, and who decided them; each escalation raises the urgency.
update task set state = state || jsonb_build_object('priority', greatest(1,
    case when state ->> 'kind' in ('no-answer', 'answer-unclear', 'result-overdue', 'message-undeliverable',
        'registration-refused', 'survey-refused') then 2
      when state ->> 'kind' = 'living-support-amount' then 3 else 1 end
    - coalesce((state ->> 'level')::int, 0)))
  where not state ? 'priority';
update task t set state = t.state || jsonb_build_object('decidedBy', e.actor)
  from domain_event e
  where e.aggregate_id = t.id and e.type = 'TaskDecided' and not t.state ? 'decidedBy';

-- Down Migration

-- Nothing: who was asked before does not ask for them.
