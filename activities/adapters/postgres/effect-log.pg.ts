import type pg from 'pg';
import type { EffectLog, EffectSystem } from '../../ports/effect-log.ts';

type Standing = Readonly<{ status: string; reference: string | null; attempts: number; settles: number }>;

/** Milliseconds for which a call may still take effect; `$1` is for how long after it began. */
const SETTLES = `coalesce(ceil(greatest(0,
  $1 - extract(epoch from clock_timestamp() - calling_since) * 1000))::int, 0)`;

/** `settlesWithinMilliseconds`: how long a call without an answer may still take effect, by the database's clock. */
export function pgEffectLog(pool: pg.Pool, settlesWithinMilliseconds = 0): EffectLog {
  return {
    async intend({ key, name, system, owner }) {
      const { rows } = await pool.query<Standing>(
        `insert into effect (key, name, system, owner_kind, owner_id, case_id, status, ahead, calling_since)
         values ($2, $3, $4, $5, $6, $7, 'intended', (select ahead from simulation_clock), clock_timestamp())
         on conflict (key) do update set
           attempts = effect.attempts + 1,
           status = case when effect.status = 'refused' then 'intended' else effect.status end
         returning status, reference, attempts, ${SETTLES} as settles`,
        [settlesWithinMilliseconds, key, name, system, owner.kind, owner.id, owner.caseId ?? null],
      );
      const row = rows[0];
      if (row === undefined) throw new Error('effect was not stored');
      if (row.status === 'done' && row.reference !== null)
        return { status: 'done', reference: row.reference };
      return row.attempts === 1
        ? { status: 'new' }
        : { status: 'unknown', settlesInMilliseconds: row.settles };
    },
    async callAgain(key) {
      await pool.query('update effect set calling_since = clock_timestamp() where key = $1', [key]);
    },
    async neverTaken(key) {
      await pool.query('update effect set calling_since = null where key = $1', [key]);
    },
    async wasAttempted(key) {
      const { rowCount } = await pool.query(
        `select 1 from effect where key = $1 and not (status = 'refused' and code = 'called-off')`,
        [key],
      );
      return rowCount === 1;
    },
    async unsettled(key) {
      const { rows } = await pool.query<{ system: EffectSystem; milliseconds: number }>(
        `select system, ${SETTLES} as milliseconds from effect where key = $2 and status = 'intended'`,
        [settlesWithinMilliseconds, key],
      );
      return rows[0];
    },
    async settle(key, reference) {
      await pool.query(
        `update effect set status = 'done', reference = $2, settled_at = clock_timestamp() where key = $1`,
        [key, reference],
      );
    },
    async ownerOfMessage(key) {
      const { rows } = await pool.query<{ kind: string; id: string; case_id: string | null }>(
        `select owner_kind as kind, owner_id as id, case_id from effect where key = $1 and system = 'sms'`,
        [key],
      );
      const owner = rows[0];
      if (owner === undefined) return undefined;
      const { kind, id, case_id } = owner;
      return { kind, id, ...(case_id === null ? {} : { caseId: case_id }) };
    },
    async whenSent(key) {
      const { rows } = await pool.query<{ tried: Date; sent: Date }>(
        `select intended_at + ahead as tried,
           case when status = 'done' then coalesce(settled_at, intended_at) else intended_at end + ahead as sent
         from effect where key = $1 and system = 'sms'`,
        [key],
      );
      const found = rows[0];
      return found && { firstTriedAt: found.tried.toISOString(), sentAt: found.sent.toISOString() };
    },
    async confirm(key, code, reference) {
      await pool.query(
        `update effect set code = $2, confirmed_at = clock_timestamp(),
           reference = coalesce(reference, $3),
           status = case when $3::text is not null
             and (status = 'intended' or (status = 'refused' and code = 'called-off')) then 'done' else status end,
           settled_at = coalesce(settled_at, case when $3::text is not null then clock_timestamp() end)
         where key = $1 and system = 'sms'`,
        [key, code, reference ?? null],
      );
    },
    async refuse(key, code) {
      await pool.query(
        `update effect set status = 'refused', code = $2, settled_at = clock_timestamp() where key = $1`,
        [key, code],
      );
    },
  };
}
