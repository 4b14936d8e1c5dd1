import { createHash } from 'node:crypto';

/** A row of access_record as its hash covers it. Hashes are hexadecimal; `at` has microseconds. */
export type AccessRow = Readonly<{
  chain: string;
  position: number;
  at: string;
  requestId: string;
  staffId: string | null;
  roles: readonly string[];
  offices: readonly string[];
  sourceAddress: string;
  endpoint: string;
  action: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  personId: string | null;
  caseId: string | null;
  district: string | null;
  outcome: 'allowed' | 'refused';
  problem: string | null;
  reason: string | null;
}>;

export type AccessAnchor = Readonly<{
  position: number;
  at: string;
  /** `destroyed`: the rows up to there went under the rule of retention. */
  kind: 'opened' | 'head' | 'closed' | 'destroyed';
  chain: string;
  chainPosition: number;
  chainHash: string;
}>;

export type Linked<Row> = Row & Readonly<{ previousHash: string; hash: string }>;

/** Before the first anchor, and what a chain without rows has come to. */
export const NOTHING = '00'.repeat(32);

/** In this order for ever: what is added later comes under another first word. */
export const rowText = (row: AccessRow): string =>
  JSON.stringify([
    'access-record/1',
    ...[row.chain, row.position, row.at, row.requestId, row.staffId, row.roles, row.offices],
    ...[row.sourceAddress, row.endpoint, row.action, row.subjectKind, row.subjectId, row.personId],
    ...[row.caseId, row.district, row.outcome, row.problem, row.reason],
  ]);

export const anchorText = ({ position, at, kind, chain, chainPosition, chainHash }: AccessAnchor): string =>
  JSON.stringify(['access-anchor/1', position, at, kind, chain, chainPosition, chainHash]);

/** SHA-256 over the hash before and the text. */
export const linkOf = (previousHash: string, text: string): string =>
  createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(text).digest('hex');

/** Each row with the hash of the one before it. */
export function linked<Row>(
  rows: readonly Row[],
  previousHash: string,
  text: (row: Row) => string,
): readonly Linked<Row>[] {
  let last = previousHash;
  return rows.map((row) => {
    const before = last;
    last = linkOf(before, text(row));
    return { ...row, previousHash: before, hash: last };
  });
}

/** Where a chain stands. */
export type Head = Readonly<{ position: number; hash: string }>;
/** `changed`: its own hash is another. `not-linked`: it does not go on from the one before. `missing`: one before it is gone. */
export type Fault = 'changed' | 'not-linked' | 'missing';

/** What is wrong with a row that should come right after `head`; nothing where it does. */
export function faultOf(
  head: Head,
  { position, previousHash, hash }: Readonly<{ position: number; previousHash: string; hash: string }>,
  text: string,
): Fault | undefined {
  if (position !== head.position + 1) return 'missing';
  if (previousHash !== head.hash) return 'not-linked';
  return linkOf(previousHash, text) === hash ? undefined : 'changed';
}
