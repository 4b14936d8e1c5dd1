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
           select key from effect where status = 'intended'
             and (cut_off or intended_at < clock_timestamp() - make_interval(mins => $1))
           order by coalesce(asked_at, intended_at) limit $3)
         returning ${COLUMNS}, intended_at < clock_timestamp() - make_interval(mins => $2) as "isOld"`,
        [MINUTES, OLD_MINUTES, limit],
      );
      return rows.map(effectOf);
    },
    async withoutReport(limit) {
      const { rows } = await pool.query<Row>(
        `update effect set asked_at = clock_timestamp() where key in (
           select key from effect where system = 'sms' and status = 'done' and confirmed_at is null
             and settled_at < clock_timestamp() - make_interval(hours => $1)
           order by greatest(asked_at, settled_at) limit $3)
         returning ${COLUMNS}, settled_at < clock_timestamp() - make_interval(hours => $2) as "isOld"`,
        [HOURS, OLD_HOURS, limit],
      );
      return rows.map(effectOf);
    },
    async tasksOfSettled(limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select t.id from task t
         join domain_event opened on opened.aggregate_id = t.id and opened.version = 1,
         regexp_match(opened.command_id, '^(.*):(unsettled|unreported)(?::again-\\d+)?$') as asked
         where t.stage = 'open' and t.state ->> 'kind' = 'effect-unsettled' and asked is not null
           and not exists (select from effect e where e.key = asked[1] and case asked[2]
             when 'unsettled' then e.status = 'intended' else e.code is not distinct from 'never-reported' end)
         order by t.id limit $1`,
        [limit],
      );
      return rows.map(({ id }) => id);
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
