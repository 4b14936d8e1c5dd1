import type pg from 'pg';
import type { AccessAnchor, AccessRow, Head, Linked } from './access-chain.ts';
import { shownMoment } from './whose-access.ts';

const PAGE = 5_000;
const HASHES = `encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash`;
const ROWS = {
  name: 'access-rows-in-order',
  text: `select chain, position, ${shownMoment('at')} as at, request_id as "requestId", staff_id as "staffId", roles, offices,
      source_address as "sourceAddress", endpoint, action, subject_kind as "subjectKind", subject_id as "subjectId",
      person_id as "personId", case_id as "caseId", district, outcome, problem, reason, ${HASHES}
    from access_record where (chain, position) > ($1, $2) order by chain, position limit ${PAGE}`,
};
const ANCHORS = {
  name: 'access-anchors-in-order',
  text: `select position, ${shownMoment('at')} as at, kind, chain, chain_position as "chainPosition",
      encode(chain_hash, 'hex') as "chainHash", ${HASHES}
    from access_anchor where position > $1 order by position limit ${PAGE}`,
};
const BEGINNINGS = {
  name: 'where-an-access-chain-begins',
  text: `select chain_position as position, encode(case kind when 'opened' then hash else chain_hash end, 'hex') as hash
    from access_anchor where chain = $1 and kind in ('opened', 'destroyed')`,
};

/** All rows, chain by chain, in their order; a page at a time. */
export async function* rowsInOrder(client: pg.ClientBase): AsyncIterable<Linked<AccessRow>> {
  let [chain, position] = ['00000000-0000-0000-0000-000000000000', 0];
  for (let full = true; full;) {
    const { rows } = await client.query<Linked<AccessRow>>({ ...ROWS, values: [chain, position] });
    yield* rows;
    full = rows.length === PAGE;
    ({ chain, position } = rows.at(-1) ?? { chain, position });
  }
}

export async function* anchorsInOrder(client: pg.ClientBase): AsyncIterable<Linked<AccessAnchor>> {
  let position = 0;
  for (let full = true; full;) {
    const { rows } = await client.query<Linked<AccessAnchor>>({ ...ANCHORS, values: [position] });
    yield* rows;
    full = rows.length === PAGE;
    position = rows.at(-1)?.position ?? position;
  }
}

/** From where the rows of a chain may go on: its opening, and wherever rows of it were destroyed. */
export async function beginningsOf(client: pg.ClientBase, chain: string): Promise<readonly Head[]> {
  const { rows } = await client.query<Head>({ ...BEGINNINGS, values: [chain] });
  return rows;
}
