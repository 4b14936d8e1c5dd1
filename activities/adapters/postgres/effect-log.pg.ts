import type pg from 'pg';
import type { EffectLog } from '../../ports/effect-log.ts';

export function pgEffectLog(pool: pg.Pool): EffectLog {
  return {
    async intend({ key, name, system, owner }) {
      const { rows } = await pool.query<{ status: string; reference: string | null; attempts: number }>(
        `insert into effect (key, name, system, owner_kind, owner_id, case_id, status)
         values ($1, $2, $3, $4, $5, $6, 'intended')
         on conflict (key) do update set
           attempts = effect.attempts + 1,
           status = case when effect.status = 'refused' then 'intended' else effect.status end
         returning status, reference, attempts`,
        [key, name, system, owner.kind, owner.id, owner.caseId ?? null],
      );
      const row = rows[0];
      if (row === undefined) throw new Error('effect was not stored');
      if (row.status === 'done' && row.reference !== null)
        return { status: 'done', reference: row.reference };
      return { status: row.attempts === 1 ? 'new' : 'unknown' };
    },
    async isUnsettled(key) {
      const { rowCount } = await pool.query(`select 1 from effect where key = $1 and status = 'intended'`, [
        key,
      ]);
      return rowCount === 1;
    },
    async settle(key, reference) {
      await pool.query(
        `update effect set status = 'done', reference = $2, settled_at = clock_timestamp() where key = $1`,
        [key, reference],
      );
    },
    async confirm(key, code, reference) {
      const { rows } = await pool.query<{ kind: string; id: string; case_id: string | null }>(
        `update effect set code = $2, confirmed_at = clock_timestamp(),
           reference = coalesce(reference, $3),
           status = case when status = 'intended' and $3::text is not null then 'done' else status end,
           settled_at = coalesce(settled_at, case when $3::text is not null then clock_timestamp() end)
         where key = $1
         returning owner_kind as kind, owner_id as id, case_id`,
        [key, code, reference ?? null],
      );
      const owner = rows[0];
      if (owner === undefined) return undefined;
      const { kind, id, case_id } = owner;
      return { kind, id, ...(case_id === null ? {} : { caseId: case_id }) };
    },
    async refuse(key, code) {
      await pool.query(
        `update effect set status = 'refused', code = $2, settled_at = clock_timestamp() where key = $1`,
        [key, code],
      );
    },
  };
}
