-- Up Migration

-- Since when the facts without a date of their own stand as they do: told by the facts of each case.
update disease_case c set state = c.state || jsonb_build_object('undatedFactsAt',
    replace(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z'))
  from (
    select distinct on (aggregate_id) aggregate_id, at from domain_event
    where type in ('SymptomsOccurred', 'MedicalHistoryRecorded', 'ProtocolChosen')
    order by aggregate_id, version desc) e
  where e.aggregate_id = c.id and not c.state ? 'undatedFactsAt';

-- Down Migration

update disease_case set state = state - 'undatedFactsAt' where state ? 'undatedFactsAt';
