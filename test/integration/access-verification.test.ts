import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { linked, rowText, type AccessRow } from '../../activities/adapters/postgres/access-chain.ts';
import { inTransaction } from '../../activities/adapters/postgres/bulk-batch.ts';
import { destroyAccessRows } from '../../activities/adapters/postgres/destroy-access-rows.ts';
import { ROOT } from '../../tools/launcher/settings.ts';
import { anAccess } from '../support/access-entries.ts';
import { accessDatabase, type AccessDatabase } from '../support/access-database.ts';

let world: AccessDatabase;
let chain: string;
/** One chain of five rows that was closed. */
beforeEach(async () => {
  world = await accessDatabase();
  const records = world.aProcess();
  for (let row = 0; row < 5; row += 1) await records.record([anAccess()]);
  await records.close();
  const { rows } = await world.pool.query<{ chain: string }>('select distinct chain from access_record');
  chain = rows[0]?.chain ?? '';
});
afterEach(() => world.close());

const COLUMNS = `at, request_id, staff_id, roles, offices, source_address, endpoint, action, subject_kind, subject_id,
  person_id, case_id, district, outcome, problem, reason, previous_hash`;
const broken = async () => (await world.verified()).firstBroken;

describe('seen behind the triggers’ back', () => {
  test.each([
    [
      `a row that was changed`,
      `update access_record set staff_id = 'somebody-else' where position = 3`,
      'changed',
      3,
    ],
    [
      'a moment moved by a microsecond',
      `update access_record set at = at + interval '1 microsecond' where position = 2`,
      'changed',
      2,
    ],
    ['a row that was removed', 'delete from access_record where position = 3', 'missing', 4],
    ['the first row removed', 'delete from access_record where position = 1', 'missing', 2],
    ['the last row removed', 'delete from access_record where position = 5', 'cut-off', 5],
    ['all rows removed', 'delete from access_record', 'cut-off', 1],
    [
      'a row put in at the end',
      `insert into access_record select chain, 6, ${COLUMNS}, hash from access_record where position = 5`,
      'not-linked',
      6,
    ],
    [
      'two rows that changed places',
      `update access_record set position = 9 where position = 2;
      update access_record set position = 2 where position = 3; update access_record set position = 3 where position = 9`,
      'not-linked',
      2,
    ],
    [
      'a chain that nobody opened',
      `insert into access_record select '00000000-0000-4000-8000-000000000000', 1, ${COLUMNS}, hash from access_record where position = 1`,
      'not-linked',
      1,
    ],
  ])('%s', async (_what, statement, fault, position) => {
    await world.tamper(statement);
    expect(await broken()).toMatchObject({ what: 'row', fault, position });
  });

  test('rows that were all made to fit again, up to an anchor', async () => {
    const { rows } = await world.pool.query<AccessRow & { previous: string }>(
      `select chain, position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         request_id as "requestId", staff_id as "staffId", roles, offices, source_address as "sourceAddress", endpoint,
         action, subject_kind as "subjectKind", subject_id as "subjectId", person_id as "personId", case_id as "caseId",
         district, outcome, problem, reason, encode(previous_hash, 'hex') as previous from access_record order by position`,
    );
    const forged = rows.map((row) => ({ ...row, staffId: 'somebody-else' }));
    for (const row of linked(forged, rows[0]?.previous ?? '', rowText))
      await world.tamper(
        `update access_record set staff_id = $2, previous_hash = decode($3, 'hex'), hash = decode($4, 'hex') where position = $1`,
        [row.position, row.staffId, row.previousHash, row.hash],
      );
    expect(await broken()).toEqual({ what: 'row', fault: 'cut-off', chain, position: 5 });
  });

  test('an anchor that was changed or removed', async () => {
    await world.tamper(`update access_anchor set chain_position = 4 where kind = 'closed'`);
    expect(await broken()).toMatchObject({ what: 'anchor', fault: 'changed', position: 2 });
    await world.tamper('delete from access_anchor where position = 1');
    expect(await broken()).toMatchObject({ what: 'anchor', fault: 'missing', position: 2 });
  });

  test('a tail cut off together with its anchors, by what was noted elsewhere', async () => {
    const noted = world.noted.at(-1);
    expect(await world.verified(noted)).toMatchObject({ brokenPlaces: 0, newestAnchor: { hash: noted } });
    await world.tamper('delete from access_record where position > 3');
    await world.tamper(`delete from access_anchor where kind = 'closed'`);
    expect(await broken()).toBeUndefined();
    expect((await world.verified(noted)).firstBroken).toMatchObject({ fault: 'noted-anchor-gone' });
  });
});

describe('what is older than two years', () => {
  /** Rows 1 to 3 as if they had been written long ago. */
  const aged = async (): Promise<void> => {
    await world.tamper(`update access_record set at = at - interval '3 years' where position <= 3`);
  };
  const destroyed = (most = 100, before = twoYearsAgo()): Promise<number> =>
    inTransaction(world.pool, (client) => destroyAccessRows(client, before, most));
  const twoYearsAgo = (): string => new Date(Date.now() - 2 * 365.25 * 86_400_000).toISOString();

  test('goes, and what is left still goes on from it', async () => {
    await aged();
    expect(await destroyed(2)).toBe(2);
    expect(await destroyed()).toBe(1);
    expect(await world.verified()).toMatchObject({ rows: 2, anchors: 4, brokenPlaces: 0 });
    expect(await destroyed()).toBe(0);
    await world.tamper('delete from access_record where position = 4');
    expect(await broken()).toMatchObject({ fault: 'missing', position: 5 });
  });

  test('and nothing younger does', async () => {
    expect(await destroyed(100, new Date(Date.now() + 60_000).toISOString())).toBe(0);
    await aged();
    expect(await destroyed(100, new Date(Date.now() + 60_000).toISOString())).toBe(3);
    await expect(
      world.pool.query(
        `insert into access_anchor (position, at, kind, chain, chain_position, chain_hash, previous_hash, hash)
         select 99, now(), 'destroyed', chain, position, hash, previous_hash, hash from access_record where position = 4`,
      ),
    ).rejects.toThrow(/kept for two years/);
    expect(await world.verified()).toMatchObject({ rows: 2, brokenPlaces: 0 });
  });
});

describe('npm run audit:verify', () => {
  const audited = (...args: readonly string[]) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'tools/audit/main.ts', ...args],
      { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: world.url }, encoding: 'utf8' },
    );
    return { status, stdout };
  };

  test('says how much is whole, and the hash to be noted', () => {
    const { status, stdout } = audited('--noted', world.noted.at(0) ?? '');
    expect(stdout).toContain('5 rows, 1 chains, 2 anchors');
    expect(stdout).toContain(world.noted.at(-1));
    expect(status).toBe(0);
  });

  test('names the first broken place and ends with 1', async () => {
    await world.tamper('delete from access_record where position in (2, 4)');
    const { status, stdout } = audited();
    expect(stdout).toContain(`chain ${chain}, position 3`);
    expect(stdout).toContain('BROKEN in 2');
    expect(status).toBe(1);
  });
});
