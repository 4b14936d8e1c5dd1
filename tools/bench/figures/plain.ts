/** What a careful engineer would write first, over the states alone; `$1` is a district, a province or empty. */
const CASES = `disease_case c where c.district like $1 || '%' and c.state ->> 'stage' not in ('not-a-case', 'withdrawn')`;
const CONFIRMED = `disease_case c left join isolation i on i.case_id = c.id::text and i.kind = 'isolation'
  where c.district like $1 || '%' and c.stage not in ('not-a-case', 'withdrawn') and c.classification = 'confirmed'`;
const percentiles = (value: string): string =>
  `count(${value})::int as n, percentile_disc(array[0, 0.1, 0.5, 0.9, 1]) within group (order by ${value}) as percentiles`;

export const PLAIN = {
  epidemicCurve: `select coalesce(c.state #>> '{onset,entered}', c.state #>> '{onset,computed}') as day, c.state ->> 'classification' as class,
    count(*)::int as count from ${CASES} group by 1, 2`,
  reportCurve: `select ((c.state ->> 'openedAt')::timestamptz at time zone 'Asia/Seoul')::date::text as day,
    c.state ->> 'classification' as class, count(*)::int as count from ${CASES} group by 1, 2`,
  classifications: `select classification as code, count(*)::int as count from disease_case where district like $1 || '%' group by 1`,
  stages: `select stage as code, count(*)::int as count from disease_case where district like $1 || '%' group by 1`,
  tiers: `select state #>> '{tier,tier}' as code, count(*)::int as count from disease_case where district like $1 || '%' group by 1`,
  isolations: `select kind, stage as code, count(*)::int as count from isolation where state ->> 'district' like $1 || '%' group by 1, 2`,
  supplies: `select stage as code, count(*)::int as count from supplies where state ->> 'district' like $1 || '%' group by 1`,
  onsetToIsolation: `select ${percentiles(
    `(i.state ->> 'startsOn')::date - coalesce(c.state #>> '{onset,entered}', c.state #>> '{onset,computed}')::date`,
  )} from ${CONFIRMED}`,
  confirmationToNotice: `select ${percentiles(
    `extract(epoch from (i.state ->> 'notifiedAt')::timestamptz - (c.state ->> 'confirmedAt')::timestamptz) / 3600`,
  )} from ${CONFIRMED}`,
  contactsPerCase: `select contacts as value, count(*)::int as count from (
    select (select count(*) from contact k where k.source_case_id = c.id::text and k.stage <> 'dropped')::int as contacts
    from disease_case c where c.district like $1 || '%' and c.stage not in ('not-a-case', 'withdrawn') and c.classification = 'confirmed') p group by 1`,
  contactsBecomingCases: `select state ->> 'grade' as grade, count(*)::int as contacts, count(*) filter (where stage = 'converted')::int as "becameCases"
    from contact where district like $1 || '%' and stage <> 'dropped' group by 1`,
  overdueWork: `select team, kind, count(*)::int as open, count(*) filter (where due <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::int as overdue
    from task where stage = 'open' and district like $1 || '%' group by 1, 2`,
  casesByPlace: `select left(district, 5) as place, classification as class, count(*)::int as count
    from disease_case where district like $1 || '%' group by 1, 2`,
} as const;
