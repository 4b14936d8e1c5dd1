import type pg from 'pg';
import type { HeldTask, OfficerAway, PeopleAway } from '../../ports/people-away.ts';

/** Accounts `s` whose holders are away at `$1`, why, and since when: one row each. Absences never overlap. */
const AWAY = `staff_account s cross join lateral (
    select 'access-revoked' as because, s.state ->> 'revokedAt' as since where s.stage = 'revoked'
    union all
    select 'absence', a ->> 'from' from jsonb_array_elements(s.state -> 'absences') a
    where s.stage <> 'revoked'
      and (a ->> 'from')::timestamptz <= $1::timestamptz and (a ->> 'until')::timestamptz > $1::timestamptz) away`;
/** Worded as the index of these accounts is. */
const MAY_BE_AWAY = `(s.stage = 'revoked' or s.state -> 'absences' <> '[]')`;
const NAMED = `i.stage <> 'ended' and i.state ? 'officer' and i.state ->> 'officer' = s.staff_id`;

export function pgPeopleAway(pool: pg.Pool): PeopleAway {
  return {
    async heldTasks(at, limit) {
      const { rows } = await pool.query<HeldTask>(
        `select t.id as "taskId", s.staff_id as "staffId" from ${AWAY}
         join task t on t.stage = 'open' and t.owner = s.staff_id
         where ${MAY_BE_AWAY} order by s.id, t.id limit $2`,
        [at, limit],
      );
      return rows;
    },
    async officersUntold(at, limit) {
      const { rows } = await pool.query<OfficerAway>(
        `select s.staff_id as "staffId", i.state ->> 'district' as district, away.because, away.since from ${AWAY}
         join isolation i on ${NAMED}
         where ${MAY_BE_AWAY} and not exists (
           select from task t where t.subject_id = s.id::text and t.state ->> 'kind' = 'officer-absent'
             and t.state ->> 'district' = i.state ->> 'district' and (t.stage = 'open'
               or t.stage = 'decided' and (t.state ->> 'openedAt')::timestamptz >= away.since::timestamptz))
         group by 1, 2, 3, 4 order by 1, 2 limit $2`,
        [at, limit],
      );
      return rows;
    },
    async officerTasksNotNeeded(at, limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select t.id from task t
         where t.stage = 'open' and t.state ->> 'kind' = 'officer-absent' and not exists (
           select from ${AWAY} join isolation i on ${NAMED}
           where s.id::text = t.subject_id and i.state ->> 'district' = t.state ->> 'district')
         order by t.id limit $2`,
        [at, limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}
