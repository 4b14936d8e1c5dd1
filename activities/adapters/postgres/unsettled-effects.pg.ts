import type pg from 'pg';
import type { UnsettledEffect, UnsettledEffects } from '../../ports/unsettled-effects.ts';

/** A process's own retries settle an effect in minutes; a gateway reports within the day. */
const [MINUTES, OLD_MINUTES] = [5, 60];
const [HOURS, OLD_HOURS] = [24, 72];

type Row = Omit<UnsettledEffect, 'owner'> & Readonly<{ kind: string; id: string; caseId: string | null }>;
const COLUMNS = `key, coalesce(name, '') as name, system, owner_kind as kind, owner_id as id, case_id as "caseId"`;
const effectOf = ({ kind, id, caseId, ...rest }: Row): UnsettledEffect => ({
  ...rest,
  owner: { kind, id, ...(caseId === null ? {} : { caseId }) },
});

export function pgUnsettledEffects(pool: pg.Pool): UnsettledEffects {
  return {
    async withoutResult(limit) {
      const { rows } = await pool.query<Row>(
        `update effect set asked_at = clock_timestamp() where key in (
           select key from effect where status = 'intended' and intended_at < clock_timestamp() - make_interval(mins => $1)
           order by coalesce(asked_at, intended_at) limit $3)
         returning ${COLUMNS}, intended_at < clock_timestamp() - make_interval(mins => $2) as "isOld"`,
        [MINUTES, OLD_MINUTES, limit],
      );
      return rows.map(effectOf);
    },
    async withoutReport(limit) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS}, settled_at < clock_timestamp() - make_interval(hours => $2) as "isOld" from effect
         where system = 'sms' and status = 'done' and confirmed_at is null
           and settled_at < clock_timestamp() - make_interval(hours => $1)
         order by settled_at limit $3`,
        [HOURS, OLD_HOURS, limit],
      );
      return rows.map(effectOf);
    },
    async overdueTasks(at, levels, limit) {
      const { rows } = await pool.query<{ taskId: string; level: number }>(
        `select id as "taskId", coalesce((state ->> 'level')::int, 0) as level from task
         where stage = 'open' and (state ->> 'dueAt')::timestamptz <= $1::timestamptz
           and coalesce((state ->> 'level')::int, 0) < ($2::jsonb ->> (state ->> 'kind'))::int
         order by (state ->> 'dueAt')::timestamptz limit $3`,
        [at, JSON.stringify(levels), limit],
      );
      return rows;
    },
  };
}
