import type pg from 'pg';
import type { FollowUpBatch, Monitoring } from '../../ports/monitoring.ts';
import { BEFORE_ALL, inBatch } from './bulk-batch.ts';
import { pgCalls } from './calls.pg.ts';
import { pgClosing } from './closing.pg.ts';
import { MEASURE, NAMED_ON, pgUndecided } from './undecided.pg.ts';
import { isOpenCase } from './open-case.ts';

/** Whom a batch looks at, in the order of their ids, and who of them is asked. A page is read by its index, however many there are. */
type Whom = Readonly<{ page: string; asked: string }>;

/** In a symptom check the case's own process asks; while the identity is in doubt nobody does. */
const CASES: Whom = {
  page: `select c.id, c.person_id, c.district, c.stage, c.state from disease_case c
    where c.disease = $2 and ${isOpenCase('c')} and c.id > $6::uuid order by c.id limit $7`,
  asked: `select c.id, c.person_id::uuid as person_id, c.id as case_id, c.district, t.tier, t.channel
    from page c join tiers t on t.version = c.state #>> '{tier,protocol}' and t.tier = c.state #>> '{tier,tier}'
    where c.stage in ('home-treatment', 'retest', 'clinician-decision')
      and not c.state ? 'identityInDoubt'
      and (t."forDays" is null
           or (c.state #>> '{tier,since}')::timestamptz > $5::timestamptz - make_interval(days => t."forDays"))`,
};

const FROM = `(k.state ->> 'followedFrom')::date`;
const DAYS = `nullif((((k.state #>> '{plan,endsAt}')::timestamptz - interval '1 second') at time zone 'Asia/Seoul')::date - ${FROM}, 0)`;
/** Of the days from the last contact to the end, so many, evenly spread, the last among them; every day where there is no end. */
const IS_DAY_OF_ATTEMPT = `coalesce(
    ($3::date - ${FROM}) * a.times / ${DAYS} > ($3::date - ${FROM} - 1) * a.times / ${DAYS}, true)`;
const CONTACTS: Whom = {
  page: `select k.id, k.exposed_person_id, k.source_case_id, k.state from contact k
    where k.stage = 'follow-up' and k.id > $6::uuid order by k.id limit $7`,
  asked: `select k.id, k.exposed_person_id::uuid as person_id, k.source_case_id::uuid as case_id,
      k.state ->> 'district' as district, t.tier, t.channel
    from page k join disease_case c on c.id = k.source_case_id::uuid and c.disease = $2 and not c.state ? 'identityInDoubt'
    join tiers t on t."namedOn" = ${NAMED_ON} and t.measure = ${MEASURE}
    left join attempts a on a.version = k.state #>> '{plan,protocol}' and a.measure = k.state #>> '{plan,measure}'
    where a.times is null or (t."isFirst" and ${IS_DAY_OF_ATTEMPT})`,
};

/** A person is asked once a day and slot, however many episodes they are in. */
const write = ({ page, asked }: Whom): string => `with tiers as (
    select * from jsonb_to_recordset($1::jsonb)
      as t(version text, "namedOn" text, measure text, "isFirst" boolean, tier text, channel text, "forDays" int)
  ), attempts as (
    select * from jsonb_to_recordset($11::jsonb) as a(version text, measure text, times int)
  ), page as materialized (${page}), batch as (${asked}), asked as (
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
  select (select max(id::text) from page) as last, (select count(*)::int from page) as looked,
    (select count(*)::int from batch) as seen, (select count(*)::int from asked) as asked, (select count(*)::int from owed) as owed`;

const STATEMENTS = { case: write(CASES), contact: write(CONTACTS) } as const;
export function pgMonitoring(pool: pg.Pool, rowsPerBatch = 5_000): Monitoring {
  return {
    async diseases() {
      const { rows } = await pool.query<{ disease: string }>(
        `select distinct disease from disease_case
         where ${isOpenCase()}
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
          looked: number;
          seen: number;
          asked: number;
          owed: number;
        }>({
          name: `write-follow-ups-${batch.of}`,
          text: STATEMENTS[batch.of],
          values: parameters(batch, cursor, rowsPerBatch),
        });
        const { last, looked = 0, seen = 0, asked = 0, owed = 0 } = rows[0] ?? {};
        return { cursor: last ?? cursor, done: looked < rowsPerBatch, counts: { seen, asked, owed } };
      }),
    ...pgCalls(pool),
    ...pgUndecided(pool),
    ...pgClosing(pool, rowsPerBatch),
  };
}

const parameters = (batch: FollowUpBatch, cursor: string, rowsPerBatch: number): readonly unknown[] => [
  JSON.stringify(batch.tiers),
  batch.disease,
  batch.day,
  batch.slot,
  batch.at,
  cursor || BEFORE_ALL,
  rowsPerBatch,
  batch.of,
  batch.answerWithinHours,
  batch.runId,
  JSON.stringify(batch.attempts ?? []),
];
