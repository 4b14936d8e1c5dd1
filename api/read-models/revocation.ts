import type pg from 'pg';
import { together } from './together.ts';

/** Whether the office has revoked that account's access: by its index, asked of the store for every request. */
export function isRevoked(pool: pg.Pool) {
  return together(async (staffIds) => {
    const { rows } = await pool.query<{ revoked: readonly string[] }>({
      name: 'are-revoked',
      text: `select coalesce(array_agg(staff_id), '{}') as revoked
        from staff_account where staff_id = any ($1::text[]) and stage = 'revoked'`,
      values: [staffIds],
    });
    const [answer] = rows;
    return (staffId) => answer?.revoked.includes(staffId) !== false;
  });
}
