import type pg from 'pg';
import { anchorText, faultOf, NOTHING, rowText, type Head } from './access-chain.ts';
import { anchorsInOrder, beginningsOf, rowsInOrder } from './access-rows.ts';

/** `cut-off`: rows that an anchor saw are gone, or others stand there. `after-closing`: rows that its process did not write. */
export type Broken = Readonly<{
  what: 'row' | 'anchor';
  fault: 'changed' | 'not-linked' | 'missing' | 'cut-off' | 'after-closing' | 'noted-anchor-gone';
  /** The anchors' own chain is `anchors`. */
  chain: string;
  position: number;
}>;
export type Verified = Readonly<{
  rows: number;
  chains: number;
  anchors: number;
  /** To be noted outside of this database: whoever can change all of it can make all of it fit again. */
  newestAnchor: Head | undefined;
  brokenPlaces: number;
  firstBroken: Broken | undefined;
}>;

/** What an anchor saw and is not there any more, rows and whole chains; unless they were destroyed under the rule. */
const CUT_OFF = `select a.chain, a.chain_position as position, 'cut-off' as fault from access_anchor a
    left join access_record r on r.chain = a.chain and r.position = a.chain_position
    where a.kind in ('head', 'closed') and r.hash is distinct from a.chain_hash and not exists (
      select from access_anchor d where d.kind = 'destroyed' and d.chain = a.chain and d.chain_position >= a.chain_position)
  union all
  select a.chain, 1, 'cut-off' from access_anchor a
    where a.kind = 'opened' and not exists (select from access_record r where r.chain = a.chain)
      and not exists (select from access_anchor d where d.kind = 'destroyed' and d.chain = a.chain)
  union all
  select r.chain, r.position, 'after-closing' from access_anchor a join access_record r on r.chain = a.chain
    where a.kind = 'closed' and r.position > a.chain_position
  order by chain, position`;

/** Reads every chain, in one snapshot, a page at a time. `noted`: hash of an anchor that was noted elsewhere. */
export async function verifyAccess(client: pg.ClientBase, noted?: string): Promise<Verified> {
  const found: Broken[] = [];
  let brokenPlaces = 0;
  const broken = (place: Broken): void => {
    brokenPlaces += 1;
    if (found.length === 0) found.push(place);
  };
  await client.query('begin transaction isolation level repeatable read, read only');
  try {
    const anchors = await verifyAnchors(client, noted, broken);
    const { rows, chains } = await verifyRows(client, broken);
    const cut = await client.query<Pick<Broken, 'chain' | 'position' | 'fault'>>(CUT_OFF);
    for (const place of cut.rows) broken({ what: 'row', ...place });
    return { rows, chains, ...anchors, brokenPlaces, firstBroken: found[0] };
  } finally {
    await client.query('rollback');
  }
}

async function verifyAnchors(
  client: pg.ClientBase,
  noted: string | undefined,
  broken: (place: Broken) => void,
): Promise<Pick<Verified, 'anchors' | 'newestAnchor'>> {
  let head: Head = { position: 0, hash: NOTHING };
  let anchors = 0;
  let seen = noted === undefined;
  for await (const anchor of anchorsInOrder(client)) {
    const fault = faultOf(head, anchor, anchorText(anchor));
    if (fault !== undefined) broken({ what: 'anchor', fault, chain: 'anchors', position: anchor.position });
    head = anchor;
    anchors += 1;
    seen ||= anchor.hash === noted;
  }
  if (!seen)
    broken({ what: 'anchor', fault: 'noted-anchor-gone', chain: 'anchors', position: head.position });
  const newestAnchor = anchors === 0 ? undefined : { position: head.position, hash: head.hash };
  return { anchors, newestAnchor };
}

async function verifyRows(
  client: pg.ClientBase,
  broken: (place: Broken) => void,
): Promise<Pick<Verified, 'rows' | 'chains'>> {
  let [rows, chains, chain] = [0, 0, ''];
  let head: Head = { position: 0, hash: NOTHING };
  for await (const row of rowsInOrder(client)) {
    if (row.chain !== chain) {
      chain = row.chain;
      chains += 1;
      const beginnings = await beginningsOf(client, chain);
      const before = beginnings.find(({ position }) => position === row.position - 1);
      head = before ?? { position: 0, hash: NOTHING };
    }
    const fault = faultOf(head, row, rowText(row));
    if (fault !== undefined) broken({ what: 'row', fault, chain, position: row.position });
    head = row;
    rows += 1;
  }
  return { rows, chains };
}
