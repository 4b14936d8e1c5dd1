import type pg from 'pg';
import { appendAnchors } from './access-anchors.ts';
import type { Head } from './access-chain.ts';
import { onOwnConnection } from './on-own-connection.ts';

const CHAINS = `select distinct chain from access_record where at < $1::timestamptz`;
const OLD = `select r.position, encode(r.hash, 'hex') as hash from access_record r
  where r.chain = $1 and r.at < $2::timestamptz and r.position < coalesce(
    (select min(young.position) from access_record young where young.chain = $1 and young.at >= $2::timestamptz), r.position + 1)
  order by r.position desc limit 1`;

/**
 * Takes away what is older than that moment; an anchor keeps the hash that the rest goes on from. Broken off between the
 * two it is done again. Answers how many rows went.
 */
export async function destroyAccessRows(pool: pg.Pool, before: string): Promise<number> {
  const { rows: chains } = await pool.query<{ chain: string }>(CHAINS, [before]);
  let gone = 0;
  for (const { chain } of chains) {
    const { rows } = await pool.query<Head>(OLD, [chain, before]);
    const [last] = rows;
    if (last === undefined) continue;
    await onOwnConnection(pool, 'transaction', (client) =>
      appendAnchors(client, [{ kind: 'destroyed', chain, ...last }]),
    );
    const { rowCount } = await pool.query('delete from access_record where chain = $1 and position <= $2', [
      chain,
      last.position,
    ]);
    gone += rowCount ?? 0;
  }
  return gone;
}
