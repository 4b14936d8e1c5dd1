import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { verifyAccess } from '../../activities/adapters/postgres/verify-access.ts';
import type { AccessEntry } from '../../activities/ports/access-records.ts';
import { atOnce, goal, median, perRound } from './measure.ts';

const ROUNDS = 5;
const WRITERS = 64;
const ROWS = 4_000;
const CONNECTIONS = 16;

const SINGLE = {
  name: 'one-access-row',
  text: `insert into plain_access (chain, position, at, request_id, staff_id, roles, offices, source_address, endpoint, action,
      subject_kind, subject_id, district, outcome, reason, previous_hash, hash)
    values (gen_random_uuid(), 1, clock_timestamp(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'allowed', $11,
      sha256('a'), sha256('b'))`,
};

const entry = (): AccessEntry => ({
  requestId: randomUUID(),
  staffId: 'investigator-11110',
  roles: ['investigator'],
  offices: ['11110'],
  sourceAddress: '203.0.113.7',
  endpoint: 'GET /cases/:id',
  action: 'case:read',
  subjectKind: 'case',
  subjectId: randomUUID(),
  district: '11110',
  reason: 'investigation',
});

/** 64 writers that each wait for their row: chained in groups, against one plain INSERT for each row with the same indexes. */
export async function accessRecords(databaseUrl: string, print: (line: string) => void): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  pool.on('error', () => undefined); // the server may go before its connections
  await pool.query('create table plain_access (like access_record including all)');
  const records = pgAccessRecords(pool, {
    anchored: () => undefined,
    failed: (error) => print(String(error)),
  });
  const entries = Array.from({ length: ROWS }, entry);
  const chained = async (): Promise<number> =>
    ROWS / (await atOnce(entries, WRITERS, (one) => records.record([one])));
  const single = async (): Promise<number> =>
    ROWS /
    (await atOnce(entries, WRITERS, async (one) => {
      const { requestId, staffId, roles, offices, sourceAddress, endpoint, action } = one;
      const about = [one.subjectKind, one.subjectId, one.district, one.reason];
      const who = [requestId, staffId, roles, offices, sourceAddress, endpoint, action];
      await pool.query({ ...SINGLE, values: [...who, ...about] });
    }));
  print(
    `\nAccess records: ${WRITERS} writers, each waits for the commit of its row; ${CONNECTIONS} connections`,
  );
  await chained();
  await single();
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let number = 1; number <= ROUNDS; number += 1) {
    ours.push(await chained());
    plain.push(await single());
    print(`  round ${number}: chained ${ours.at(-1)?.toFixed(0)}/s, single ${plain.at(-1)?.toFixed(0)}/s`);
  }
  await records.close();
  const ratio = median(perRound(ours, plain));
  print(`  ${goal('chained / single INSERTs (median of rounds), goal ≥ 1', ratio, ratio >= 1)}`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const begun = performance.now();
  const { rows, brokenPlaces } = await verifyAccess(client);
  print(`  verified ${rows} rows in ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
  await client.end();
  await pool.end();
  return brokenPlaces === 0 && rows === ROWS * (ROUNDS + 1);
}
