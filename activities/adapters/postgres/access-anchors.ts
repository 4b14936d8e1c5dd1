import type pg from 'pg';
import { anchorText, linked, NOTHING, type AccessAnchor, type Linked } from './access-chain.ts';
import { shownMoment } from './whose-access.ts';

export type Anchored = Readonly<{
  kind: AccessAnchor['kind'];
  chain: string;
  position: number;
  hash: string;
}>;

/** Anchors of all processes are one chain: one writer at a time, until the transaction ends. */
const ALONE = 'lock table access_anchor in share row exclusive mode';
const LAST = `select ${shownMoment('clock_timestamp()')} as at,
  coalesce((select position from access_anchor order by position desc limit 1), 0) as position,
  coalesce((select encode(hash, 'hex') from access_anchor order by position desc limit 1), '${NOTHING}') as hash`;
const APPEND = `insert into access_anchor (position, at, kind, chain, chain_position, chain_hash, previous_hash, hash)
  select position, at, kind, chain, "chainPosition", decode("chainHash", 'hex'), decode("previousHash", 'hex'), decode(hash, 'hex')
  from jsonb_to_recordset($1) as r(position int, at timestamptz, kind text, chain uuid, "chainPosition" int,
    "chainHash" text, "previousHash" text, hash text)`;
/** Chains that came further than their last anchor, and were not closed: of processes that run, and of those that were killed. */
const TAILS = `select a.chain, r.position, encode(r.hash, 'hex') as hash
  from access_anchor a cross join lateral (
    select position, hash from access_record r where r.chain = a.chain order by position desc limit 1) r
  where a.kind = 'opened' and r.position > (
      select max(chain_position) from access_anchor known where known.chain = a.chain)
    and not exists (select from access_anchor closed where closed.kind = 'closed' and closed.chain = a.chain)
  order by a.position`;

/** Within a transaction. Answers the last of them, or the last there is. */
export async function appendAnchors(
  client: pg.ClientBase,
  heads: readonly Anchored[],
): Promise<Linked<AccessAnchor>> {
  await client.query(ALONE);
  const { rows } = await client.query<{ at: string; position: number; hash: string }>(LAST);
  const last = rows[0];
  if (last === undefined) throw new Error('the last access anchor was not read');
  const anchors = heads.map(({ kind, chain, position, hash }, index) => ({
    ...{ position: last.position + 1 + index, at: last.at, kind },
    ...{ chain, chainPosition: position, chainHash: hash },
  }));
  const added = linked(anchors, last.hash, anchorText);
  await client.query(APPEND, [JSON.stringify(added)]);
  const newest = added.at(-1);
  if (newest === undefined) throw new Error('no access anchor was given');
  return newest;
}

/** A new chain begins: where all others stand is noted with it. Answers the anchor that its first row goes on from. */
export async function openChain(client: pg.ClientBase, chain: string): Promise<Linked<AccessAnchor>> {
  await client.query(ALONE);
  const { rows } = await client.query<Readonly<{ chain: string; position: number; hash: string }>>(TAILS);
  return appendAnchors(client, [
    ...rows.map((tail) => ({ kind: 'head' as const, ...tail })),
    { kind: 'opened', chain, position: 0, hash: NOTHING },
  ]);
}
