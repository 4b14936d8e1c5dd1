import type pg from 'pg';
import type { Subscribers } from '../../ports/subscribers.ts';

type Row = Readonly<{
  isRevoked: boolean;
  roles: readonly string[] | null;
  offices: readonly string[] | null;
}>;

const SUBSCRIBER = `select
    exists (select from staff_account where staff_id = $1 and stage = 'revoked') as "isRevoked", last.roles, last.offices
  from (select $1::text) of left join lateral
    (select r.roles, r.offices from access_record r where r.staff_id = $1 order by r.at desc limit 1) last on true`;

export const pgSubscribers = (pool: pg.Pool): Subscribers => ({
  async of(account) {
    const { rows } = await pool.query<Row>({ name: 'subscriber', text: SUBSCRIBER, values: [account] });
    const { isRevoked = true, roles = null, offices = null } = rows[0] ?? {};
    return { isRevoked, ...(roles === null || offices === null ? {} : { asked: { roles, offices } }) };
  },
});
