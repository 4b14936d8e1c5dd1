import type pg from 'pg';
import type { EffectLog } from '../../ports/effect-log.ts';

export function pgEffectLog(pool: pg.Pool): EffectLog {
  return {
    async intend({ key, system, caseId }) {
      const { rows } = await pool.query<{ status: string; reference: string | null; attempts: number }>(
        `insert into effect (key, system, case_id, status) values ($1, $2, $3, 'intended')
         on conflict (key) do update set
           attempts = effect.attempts + 1,
           status = case when effect.status = 'refused' then 'intended' else effect.status end
         returning status, reference, attempts`,
        [key, system, caseId],
      );
      const row = rows[0];
      if (row === undefined) throw new Error('effect was not stored');
      if (row.status === 'done' && row.reference !== null)
        return { status: 'done', reference: row.reference };
      return { status: row.attempts === 1 ? 'new' : 'unknown' };
    },
    async settle(key, reference) {
      await pool.query(
        `update effect set status = 'done', reference = $2, settled_at = clock_timestamp() where key = $1`,
        [key, reference],
      );
    },
    async confirm(key, code) {
      const { rows } = await pool.query<{ case_id: string }>(
        'update effect set code = $2, confirmed_at = clock_timestamp() where key = $1 returning case_id',
        [key, code],
      );
      return rows[0]?.case_id;
    },
    async refuse(key, code) {
      await pool.query(
        `update effect set status = 'refused', code = $2, settled_at = clock_timestamp() where key = $1`,
        [key, code],
      );
    },
  };
}
