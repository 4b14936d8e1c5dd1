import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  anchorText,
  faultOf,
  linked,
  linkOf,
  NOTHING,
  rowText,
  type AccessRow,
  type Head,
  type Linked,
} from '../../../activities/adapters/postgres/access-chain.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const textOrNone = fc.option(text);
const CHAIN = '6b1f2f5e-7f0a-4b8e-9a53-0d7c3f6f4a11';
const row = fc.record<Omit<AccessRow, 'chain' | 'position'>>({
  at: text,
  requestId: text,
  staffId: textOrNone,
  roles: fc.array(text, { maxLength: 3 }),
  offices: fc.array(text, { maxLength: 3 }),
  sourceAddress: text,
  endpoint: text,
  action: textOrNone,
  subjectKind: textOrNone,
  subjectId: textOrNone,
  personId: textOrNone,
  caseId: textOrNone,
  district: textOrNone,
  outcome: fc.constantFrom('allowed', 'refused'),
  problem: textOrNone,
  reason: textOrNone,
});
const chain = fc.array(row, { minLength: 3, maxLength: 8 }).map((rows) =>
  linked(
    rows.map((one, index): AccessRow => ({ ...one, chain: CHAIN, position: index + 1 })),
    NOTHING,
    rowText,
  ),
);

/** The first row that does not go on from the one before it. */
function brokenAt(rows: readonly Linked<AccessRow>[]): number | undefined {
  let head: Head = { position: 0, hash: NOTHING };
  for (const [index, one] of rows.entries()) {
    if (faultOf(head, one, rowText(one)) !== undefined) return index;
    head = one;
  }
  return undefined;
}
const changed = (value: unknown): unknown => {
  if (value === 'allowed') return 'refused';
  if (value === 'refused') return 'allowed';
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [...(value as unknown[]), ''];
  return value === null ? '' : null;
};
const FIELDS = [
  'chain',
  'position',
  'at',
  'requestId',
  'staffId',
  'roles',
  'offices',
  'sourceAddress',
] as const;
const MORE = ['endpoint', 'action', 'subjectKind', 'subjectId', 'personId', 'caseId', 'district'] as const;
const LAST = ['outcome', 'problem', 'reason', 'previousHash', 'hash'] as const;
const fields = [...FIELDS, ...MORE, ...LAST];

test('a chain as it was written is whole', () => {
  fc.assert(fc.property(chain, (rows) => brokenAt(rows) === undefined));
});

test.each(fields)('a row whose %s was changed is found', (field) => {
  fc.assert(
    fc.property(chain, fc.nat(), (rows, seed) => {
      const at = seed % rows.length;
      const other =
        field === 'hash' || field === 'previousHash' ? 'ff'.repeat(32) : changed(rows[at]?.[field]);
      const tampered = rows.map((one, index) => (index === at ? { ...one, [field]: other } : one));
      return brokenAt(tampered) === at;
    }),
  );
});

test('every field of a row is among them', () => {
  fc.assert(
    fc.property(chain, (rows) => {
      expect(Object.keys(rows[0] ?? {}).sort()).toEqual([...fields].sort());
    }),
    { numRuns: 1 },
  );
});

test('a row that is taken out of the middle, moved or put in is found', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (rows, seed) => {
      const at = seed % (rows.length - 1);
      const without = rows.filter((_one, index) => index !== at);
      const moved = without.toSpliced(at + 1, 0, rows[at] as Linked<AccessRow>);
      const twice = rows.toSpliced(at, 0, rows[at] as Linked<AccessRow>);
      return [without, moved, twice].every((tampered) => brokenAt(tampered) !== undefined);
    }),
  );
});

test('renumbering what is left hides nothing', () => {
  fc.assert(
    fc.property(chain, (rows) => {
      const left = rows.slice(1).map((one, index) => ({ ...one, position: index + 1 }));
      return brokenAt(left) === 0;
    }),
  );
});

test('the text of a row and its hash stay what they are: old records have to be verified for years', () => {
  const known: AccessRow = {
    ...{ chain: CHAIN, position: 1, at: '2026-03-02T01:02:03.000004Z', requestId: CHAIN, staffId: 'a' },
    ...{ roles: ['investigator'], offices: ['11110'], sourceAddress: '::1', endpoint: 'GET /cases/:id' },
    ...{ action: 'case:read', subjectKind: 'case', subjectId: CHAIN, personId: null, caseId: CHAIN },
    ...{ district: '11110', outcome: 'refused', problem: 'case/not-found', reason: null },
  };
  expect(rowText(known)).toBe(
    `["access-record/1","${CHAIN}",1,"2026-03-02T01:02:03.000004Z","${CHAIN}","a",["investigator"],["11110"],"::1",` +
      `"GET /cases/:id","case:read","case","${CHAIN}",null,"${CHAIN}","11110","refused","case/not-found",null]`,
  );
  expect(linkOf(NOTHING, 'x')).toBe('fdded6faced1af47fdaaac589602f58e0e040a882627806c42ddcc38da604cf0'); // of sha256sum
  expect(
    anchorText({ position: 3, at: 'now', kind: 'head', chain: CHAIN, chainPosition: 7, chainHash: 'ab' }),
  ).toBe(`["access-anchor/1",3,"now","head","${CHAIN}",7,"ab"]`);
});
