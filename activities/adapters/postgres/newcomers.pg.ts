import type pg from 'pg';
import type { Identities } from '../../ports/identities.ts';
import type { PersonSeals } from './sealed-person.ts';

/** Longer than any request takes: by then the record is there, or nobody is at it. */
const OVER = `claimed_at < clock_timestamp() - interval '5 minutes'`;
const IS_FREE = `(newcomer.${OVER} or newcomer.person_id = any ($3))`;

const CLAIM = `insert into newcomer (token, person_id, claimed_at) values ($1, $2, clock_timestamp())
  on conflict (token) do update set
    person_id = case when ${IS_FREE} then excluded.person_id else newcomer.person_id end,
    claimed_at = case when ${IS_FREE} then excluded.claimed_at else newcomer.claimed_at end
  returning person_id as id, exists (select from newcomer where ${OVER}) as "areOld"`;

/** By itself, and never waiting: two who took old claims away within theirs could wait for each other. */
const FORGET = `delete from newcomer where token = any (array(
  select token from newcomer where ${OVER} order by claimed_at limit 100 for update skip locked))`;

/** One row for each person told of, which whoever comes second waits for. */
export const newcomer =
  (pool: pg.Pool, tokenOf: PersonSeals['searchToken']): Identities['newcomer'] =>
  async ({ whole, proposed, besides }) => {
    const { rows } = await pool.query<{ id: string; areOld: boolean }>({
      name: 'newcomer',
      text: CLAIM,
      values: [tokenOf(whole), proposed, besides],
    });
    if (rows[0]?.areOld === true) await pool.query(FORGET);
    return rows[0]?.id ?? proposed;
  };
