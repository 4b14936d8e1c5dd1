/** What a careful engineer would write first: overlapping times at the same place, found by an index on the place. */
export const PLAIN_CO_VISITORS = `select q.case_id as "sourceCaseId", f.person_id as "personId", f.case_id as "caseId", c.district,
    f.place_id as "placeId", (f.since at time zone 'UTC')::text as from,
    (f.until at time zone 'UTC')::text as to,
    floor(date_part('epoch', f.until - f.since) / 60)::int as minutes, k.id as "contactId"
  from unnest($1::uuid[], $2::date[], $3::date[]) q(case_id, since, until)
  cross join lateral (
    select o.person_id, o.case_id, t.place_id, greatest(t.came, o.came) as since, least(t.went, o.went) as until
    from route r join plain_visit t on t.route_id = r.id
    join plain_visit o on o.place_id = t.place_id and o.came <= t.went and o.went >= t.came
    where r.case_id = q.case_id::text and t.standing <> 'rejected' and o.standing <> 'rejected'
      and o.person_id <> t.person_id
      and (q.since is null or t.went >= q.since::timestamp at time zone 'Asia/Seoul')
      and (q.until is null or t.came < (q.until + 1)::timestamp at time zone 'Asia/Seoul')
    order by since, o.case_id, until limit 500) f
  join disease_case c on c.id = f.case_id
  left join contact k on k.source_case_id = q.case_id::text and k.exposed_person_id = f.person_id::text
    and k.stage <> 'dropped'`;
