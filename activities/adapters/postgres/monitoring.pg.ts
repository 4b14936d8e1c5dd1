import type pg from 'pg';
import type { FollowUpBatch, MissedCheck, Monitoring } from '../../ports/monitoring.ts';
import { inBatch } from './bulk-batch.ts';

/** In a symptom check the case's own process asks; while the identity is in doubt nobody does. */
const CASES = `select c.id, c.person_id::uuid as person_id, c.id as case_id, c.district, t.tier, t.channel
  from disease_case c
  join tiers t on t.version = c.state #>> '{tier,protocol}' and t.tier = c.state #>> '{tier,tier}'
  where c.disease = $2 and c.stage not in ('released', 'not-a-case', 'deceased', 'withdrawn')
    and c.stage in ('home-treatment', 'retest', 'clinician-decision')
    and not c.state ? 'identityInDoubt'
    and (t."forDays" is null
         or (c.state #>> '{tier,since}')::timestamptz > $5::timestamptz - make_interval(days => t."forDays"))
    and c.id > $6::uuid
  order by c.id limit $7`;

const NAMED_ON = `((k.state ->> 'namedAt')::timestamptz at time zone 'Asia/Seoul')::date::text`;
const CONTACTS = `select k.id, k.exposed_person_id::uuid as person_id, k.source_case_id::uuid as case_id,
    k.state ->> 'district' as district, t.tier, t.channel
  from contact k
  join disease_case c on c.id = k.source_case_id::uuid and c.disease = $2
  join tiers t on t."namedOn" = ${NAMED_ON}
  where k.stage = 'follow-up' and k.id > $6::uuid
  order by k.id limit $7`;

/** A person is asked once a day and slot, however many episodes they are in. */
const write = (whom: string): string => `with tiers as (
    select * from jsonb_to_recordset($1::jsonb)
      as t(version text, "namedOn" text, tier text, channel text, "forDays" int)
  ), batch as (${whom}), asked as (
    insert into follow_up (day, slot, person_id, subject_kind, subject_id, case_id, district, disease, tier, channel,
      asked_at, answer_within_hours)
    select $3::date, $4, person_id, $8, id, case_id, district, $2, tier, channel, $5::timestamptz, $9 from batch
    on conflict (day, slot, person_id) do nothing
    returning person_id, subject_id, case_id, channel
  ), owed as (
    insert into outgoing_message (run_id, person_id, key, case_id, disease, template)
    select $10::uuid, person_id, $8 || ':' || subject_id || ':monitoring:' || $3 || 'T' || $4, case_id, $2, $8 || '-monitoring'
    from asked where channel in ('sms', 'app')
    returning 1
  )
  select (select max(id::text) from batch) as last, (select count(*)::int from batch) as seen,
    (select count(*)::int from asked) as asked, (select count(*)::int from owed) as owed`;

const ANSWER_DUE = `greatest(f.asked_at, m.settled_at) + make_interval(secs => f.answer_within_hours * 3600)`;
const OF_THE_SLOT = `from follow_up f
  left join bulk_run r on r.kind = 'monitoring-round' and r.state #>> '{about,day}' = f.day::text
    and r.state #>> '{about,slot}' = f.slot
  left join outgoing_message m on m.run_id = r.id and m.person_id = f.person_id
  where f.day = $1::date and f.slot = $2`;

/** What the person, or staff for them, has said of the case since they were asked is the answer. */
const CLOSE = `with batch as (
    select f.person_id, m.state as message, (
        select coalesce(e.data ->> 'course',
          case e.data ->> 'symptomatic' when 'true' then 'notImproved' when 'false' then 'symptomFree' end) from domain_event e
        where e.aggregate_id = f.subject_id and e.type in ('SymptomsReported', 'ContactSymptomsReported') and e.at >= f.asked_at
        order by e.version desc limit 1) as course
    ${OF_THE_SLOT} and f.person_id > $3::uuid order by f.person_id limit $4
  ), closed as (
    update follow_up f set closed_at = $5, course = coalesce(f.course, b.course), state = case
        when coalesce(f.course, b.course) is not null then 'answered'
        when b.message is not null and b.message <> 'sent' then 'not-reached' else 'missed' end
    from batch b where f.day = $1::date and f.slot = $2 and f.person_id = b.person_id and f.state = 'asked'
    returning f.state
  )
  select (select max(person_id::text) from batch) as last, (select count(*)::int from batch) as seen,
    count(*) filter (where state = 'answered')::int as answered, count(*) filter (where state = 'missed')::int as missed,
    count(*) filter (where state = 'not-reached')::int as "notReached" from closed`;

const STATEMENTS = { case: write(CASES), contact: write(CONTACTS) } as const;
type Closed = Readonly<{
  last: string | null;
  seen: number;
  answered: number;
  missed: number;
  notReached: number;
}>;
/** Each is a command of its own. */
const TOLD_AT_ONCE = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function pgMonitoring(pool: pg.Pool, rowsPerBatch = 5_000): Monitoring {
  return {
    async diseases() {
      const { rows } = await pool.query<{ disease: string }>(
        `select distinct disease from disease_case
         where stage not in ('released', 'not-a-case', 'deceased', 'withdrawn')
         union select c.disease from contact k join disease_case c on c.id = k.source_case_id::uuid
         where k.stage = 'follow-up' order by disease`,
      );
      return rows.map(({ disease }) => disease);
    },
    async daysOfNaming(disease) {
      const { rows } = await pool.query<{ day: string }>(
        `select distinct ${NAMED_ON} as day from contact k
         join disease_case c on c.id = k.source_case_id::uuid and c.disease = $1
         where k.stage = 'follow-up' order by day`,
        [disease],
      );
      return rows.map(({ day }) => day);
    },
    writeBatch: (batch) =>
      inBatch(pool, batch, async (client, cursor) => {
        const { rows } = await client.query<{
          last: string | null;
          seen: number;
          asked: number;
          owed: number;
        }>({
          name: `write-follow-ups-${batch.of}`,
          text: STATEMENTS[batch.of],
          values: parameters(batch, cursor, rowsPerBatch),
        });
        const { last, seen = 0, asked = 0, owed = 0 } = rows[0] ?? {};
        return { cursor: last ?? cursor, done: seen < rowsPerBatch, counts: { seen, asked, owed } };
      }),
    async answersDueBy(day, slot) {
      const { rows } = await pool.query<{ due: Date | null }>(
        `select max(${ANSWER_DUE}) as due ${OF_THE_SLOT}`,
        [day, slot],
      );
      return rows[0]?.due?.toISOString();
    },
    closeBatch: (batch) =>
      inBatch(pool, batch, async (client, cursor) => {
        const { rows } = await client.query<Closed>(CLOSE, [
          batch.day,
          batch.slot,
          cursor || NOBODY,
          rowsPerBatch,
          batch.at,
        ]);
        const { last, seen, ...counts } = rows[0] ?? { last: null, seen: 0 };
        return { cursor: last ?? cursor, done: seen < rowsPerBatch, counts };
      }),
    missedBatch: (batch, tell) =>
      inBatch(pool, batch, async (client, cursor) => {
        const { rows } = await client.query<MissedCheck>(
          `select person_id as "personId", subject_kind as "subjectKind", subject_id as "subjectId", case_id as "caseId", district
           from follow_up where day = $1::date and slot = $2 and state in ('missed', 'not-reached') and channel in ('sms', 'app') and person_id > $3::uuid
           order by person_id limit $4`,
          [batch.day, batch.slot, cursor || NOBODY, TOLD_AT_ONCE],
        );
        await tell(rows);
        return {
          cursor: rows.at(-1)?.personId ?? cursor,
          done: rows.length < TOLD_AT_ONCE,
          counts: { told: rows.length },
        };
      }),
  };
}

const parameters = (batch: FollowUpBatch, cursor: string, rowsPerBatch: number): readonly unknown[] => [
  JSON.stringify(batch.tiers),
  batch.disease,
  batch.day,
  batch.slot,
  batch.at,
  cursor === '' ? NOBODY : cursor,
  rowsPerBatch,
  batch.of,
  batch.answerWithinHours,
  batch.runId,
];
