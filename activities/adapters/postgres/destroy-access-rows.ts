import type pg from 'pg';
import { appendAnchors } from './access-anchors.ts';
import type { Head } from './access-chain.ts';

/** No clock but the database’s: what is younger it lets nobody take away, whatever day a simulation has come to. */
const OLD = `at < least($1::timestamptz, clock_timestamp() - interval '2 years')`;
const CHAIN = `select chain from access_record where ${OLD} order by at limit 1`;
const HEAD = `select r.position, encode(r.hash, 'hex') as hash from access_record r
  where r.chain = $2 and r.${OLD}
    and r.position < (select min(first.position) from access_record first where first.chain = $2) + $3
    and not exists (select from access_record young where young.chain = $2 and young.position < r.position
      and not young.${OLD})
  order by r.position desc limit 1`;

/**
 * Within a transaction: takes away the beginning of a chain as far as it is older than that moment, so many rows at most; an
 * anchor keeps the hash that the rest goes on from. Answers how many went; none are left where it is none.
 */
export async function destroyAccessRows(
  client: pg.ClientBase,
  before: string,
  most: number,
): Promise<number> {
  const { rows: chains } = await client.query<{ chain: string }>(CHAIN, [before]);
  const [first] = chains;
  if (first === undefined) return 0;
  const { rows } = await client.query<Head>(HEAD, [before, first.chain, most]);
  const [last] = rows;
  if (last === undefined) return 0;
  await appendAnchors(client, [{ kind: 'destroyed', chain: first.chain, ...last }]);
  const { rowCount } = await client.query('delete from access_record where chain = $1 and position <= $2', [
    first.chain,
    last.position,
  ]);
  return rowCount ?? 0;
}
