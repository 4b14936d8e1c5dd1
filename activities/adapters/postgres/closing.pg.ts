import type pg from 'pg';
import type { AnsweredCheck, MissedCheck, Monitoring } from '../../ports/monitoring.ts';
import { BEFORE_ALL, inBatch } from './bulk-batch.ts';
import { isolationOf } from './isolation-of-row.ts';
import { noLongerAsked } from './no-longer-asked.ts';
import { slotPage } from './slot-page.ts';

const REPORTS = `('SymptomsReported', 'ContactSymptomsReported')`;
const ANSWER_DUE = `greatest(f.asked_at, m.settled_at) + make_interval(secs => f.answer_within_hours * 3600)`;
const OF_THE_SLOT = `from follow_up f
  left join bulk_run r on r.kind = 'monitoring-round' and r.state #>> '{about,day}' = f.day::text
    and r.state #>> '{about,slot}' = f.slot
  left join outgoing_message m on m.run_id = r.id and m.person_id = f.person_id
  where f.day = $1::date and f.slot = $2`;

/**
 * What the person, or staff for them, has said of the case since they were asked is the answer. Without one, nobody is told of
 * a check that is not needed any more.
 */
const CLOSE = `with recursive batch as materialized (
    select f.person_id, f.subject_kind, f.subject_id, f.case_id, m.state as message, m.code, (
        select coalesce(e.data ->> 'course',
          case e.data ->> 'symptomatic' when 'true' then 'notImproved' when 'false' then 'symptomFree' end) from domain_event e
        where e.aggregate_id = f.subject_id and e.type in ${REPORTS} and e.at >= f.asked_at
        order by e.version desc limit 1) as course
    ${OF_THE_SLOT} and f.person_id > $3::uuid order by f.person_id limit $4
  ), ${noLongerAsked('batch')}, closed as (
    update follow_up f set closed_at = $5, course = coalesce(f.course, b.course), state = case
        when coalesce(f.course, b.course) is not null then 'answered'
        when b.because is not null or (b.message = 'dropped' and b.code <> 'nobody-to-tell') then 'called-off'
        when b.message is not null and b.message <> 'sent' then 'not-reached' else 'missed' end
    from standing b where f.day = $1::date and f.slot = $2 and f.person_id = b.person_id and f.state = 'asked'
    returning f.state
  )
  select (select max(person_id::text) from batch) as last, (select count(*)::int from batch) as seen,
    count(*) filter (where state = 'answered')::int as answered, count(*) filter (where state = 'missed')::int as missed,
    count(*) filter (where state = 'called-off')::int as "calledOff",
    count(*) filter (where state = 'not-reached')::int as "notReached" from closed`;

/**
 * Checks without an answer, whatever their channel, for the isolation that escalates them; not where somebody found the
 * person in isolation during the check's time. Who has none: a text is told to the team, unless the contact has answered
 * by now. A call or a visit stands on the list already, and is escalated there.
 */
const MISSED = `select f.person_id as "personId", f.subject_kind as "subjectKind", f.subject_id as "subjectId",
    f.case_id as "caseId", f.district, f.channel, f.asked_at as "askedAt", i.id as "isolationId"
  from follow_up f left join ${isolationOf('f')} on f.subject_kind = 'case' or i.stage <> 'ended'
    left join contact k on f.subject_kind = 'contact' and k.id = f.subject_id
  where f.day = $1::date and f.slot = $2 and f.state in ('missed', 'not-reached') and f.person_id > $3::uuid
    and (i.id is not null or f.channel in ('sms', 'app'))
    and (i.id is null and (k.state #>> '{health,at}')::timestamptz >= f.asked_at) is not true
    and (i.state #>> '{lastCheck,outcome}' = 'inIsolation' and (i.state #>> '{lastCheck,at}')::timestamptz >= f.asked_at) is not true
  order by f.person_id limit $4`;

/**
 * Answers from after the last check that the person's isolation knows of, where it counts missed ones: they alone change
 * what follows. All the others stand in the follow-ups, and cost the isolations nothing.
 */
const ANSWERED = `select f.person_id as "personId", i.id as "isolationId", a.at as "answeredAt"
  from follow_up f cross join ${isolationOf('f')}
  cross join lateral (
    select max(e.at) as at from domain_event e where e.aggregate_id = f.subject_id and e.type in ${REPORTS} and e.at >= f.asked_at) a
  where f.day = $1::date and f.slot = $2 and f.state = 'answered' and f.person_id > $3::uuid
    and i.stage <> 'ended' and (i.state ->> 'missedInARow')::int > 0 and a.at > (i.state #>> '{lastCheck,at}')::timestamptz
  order by f.person_id limit $4`;

type Closed = Readonly<{
  last: string | null;
  seen: number;
  answered: number;
  missed: number;
  calledOff: number;
  notReached: number;
}>;
type Answered = Omit<AnsweredCheck, 'answeredAt'> & Readonly<{ answeredAt: Date }>;
type Missed = Omit<MissedCheck, 'askedAt'> & Readonly<{ askedAt: Date }>;
/** Each is a command of its own. */
const TOLD_AT_ONCE = 200;

type Closing = Pick<Monitoring, 'answersDueBy' | 'closeBatch' | 'answeredBatch' | 'missedBatch'>;

/** The end of a slot: which checks were answered, and whom that is told. */
export function pgClosing(pool: pg.Pool, rowsPerBatch: number): Closing {
  return {
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
          cursor || BEFORE_ALL,
          rowsPerBatch,
          batch.at,
        ]);
        const { last, seen, ...counts } = rows[0] ?? { last: null, seen: 0 };
        return { cursor: last ?? cursor, done: seen < rowsPerBatch, counts };
      }),
    answeredBatch: (batch, tell) =>
      slotPage<Answered>(pool, batch, { sql: ANSWERED, most: TOLD_AT_ONCE }, async (rows) => {
        await tell(rows.map((row) => ({ ...row, answeredAt: row.answeredAt.toISOString() })));
        return { foundAgain: rows.length };
      }),
    missedBatch: (batch, tell) =>
      slotPage<Missed>(pool, batch, { sql: MISSED, most: TOLD_AT_ONCE }, async (rows) => {
        await tell(rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() })));
        return { told: rows.length };
      }),
  };
}
