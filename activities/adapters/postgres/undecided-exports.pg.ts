import type pg from 'pg';
import type { Oversights } from '../../ports/oversights.ts';

const IS_ASKED = `t.subject_id = x.id::text and t.state ->> 'kind' = 'export-approval'`;

/** Exports that wait for somebody, and tasks about those that do not any more. */
export const undecidedExports = (
  pool: pg.Pool,
): Pick<Oversights, 'exportsWithoutTask' | 'exportDecisionsUntold' | 'exportTasksNotNeeded'> => ({
  async exportsWithoutTask(limit) {
    const { rows } = await pool.query<{ id: string }>(
      `select x.id from export x where x.stage = 'requested'
         and not exists (select from task t where ${IS_ASKED}) order by x.id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  },
  async exportDecisionsUntold(limit) {
    const { rows } = await pool.query<{ id: string }>(
      `select t.id from export x join task t on ${IS_ASKED}
       where x.stage = 'requested' and t.stage = 'decided' order by t.id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  },
  async exportTasksNotNeeded(at, limit) {
    const { rows } = await pool.query<{ id: string }>(
      `select t.id from task t where t.stage = 'open' and t.state ->> 'kind' = 'export-approval'
         and not exists (select from export x where ${IS_ASKED} and x.stage = 'requested'
           and (x.state ->> 'decideBy')::timestamptz > $1::timestamptz)
       order by t.id limit $2`,
      [at, limit],
    );
    return rows.map(({ id }) => id);
  },
});
