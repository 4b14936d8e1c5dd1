import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AccessNotRecorded } from '../../activities/ports/access-records.ts';
import { anAccess } from '../support/access-entries.ts';
import { accessDatabase, type AccessDatabase } from '../support/access-database.ts';
import { ROOT } from '../../tools/launcher/settings.ts';

let world: AccessDatabase;
beforeEach(async () => {
  world = await accessDatabase();
});
afterEach(() => world.close());

const rowsOf = async (): Promise<
  readonly Readonly<{ chain: string; position: number; request: string }>[]
> => {
  const { rows } = await world.pool.query<Readonly<{ chain: string; position: number; request: string }>>(
    'select chain, position, request_id as request from access_record order by chain, position',
  );
  return rows;
};

test('a row says who, when, from where, what, whose and why, by the database’s clock', async () => {
  const records = world.aProcess();
  const entry = anAccess({ problem: 'case/not-found' });
  const { rows: before } = await world.pool.query<{ now: Date }>('select clock_timestamp() as now');
  await records.record([entry]);
  const { rows } = await world.pool.query<Record<string, unknown>>('select * from access_record');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    position: 1,
    staff_id: entry.staffId,
    roles: ['investigator'],
    offices: ['11110'],
    source_address: '203.0.113.7',
    endpoint: 'GET /cases/:id',
    action: 'case:read',
    subject_kind: 'case',
    subject_id: entry.subjectId,
    district: '11110',
    outcome: 'refused',
    problem: 'case/not-found',
    reason: 'investigation',
    request_id: entry.requestId,
  });
  const at = rows[0]?.['at'] as Date;
  expect(at.getTime()).toBeGreaterThanOrEqual(before[0]?.now.getTime() ?? Number.NaN);
  await records.close();
});

test('rows are neither changed nor removed, and the refusal says so', async () => {
  const records = world.aProcess();
  await records.record([anAccess()]);
  await records.close();
  for (const statement of [
    `update access_record set reason = 'audit'`,
    'delete from access_record',
    'truncate access_record',
    `update access_anchor set at = now()`,
    'delete from access_anchor',
    'truncate access_anchor',
  ])
    await expect(world.pool.query(statement)).rejects.toThrow(/is append only/);
  expect(await rowsOf()).toHaveLength(1);
});

test('64 writers at once have one chain without a gap, in few groups', async () => {
  const records = world.aProcess();
  const sent = await Promise.all(
    Array.from({ length: 64 }, async () => {
      const entries = Array.from({ length: 10 }, () => anAccess());
      for (const entry of entries) await records.record([entry]);
      return entries.map(({ requestId }) => requestId);
    }),
  );
  await records.close();
  const rows = await rowsOf();
  expect(new Set(rows.map(({ chain }) => chain)).size).toBe(1);
  expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 640 }, (_, index) => index + 1));
  expect(rows.map(({ request }) => request).sort()).toEqual(sent.flat().sort());
  const groups = await world.pool.query('select distinct at from access_record');
  expect(groups.rowCount).toBeLessThan(64);
  expect(await world.verified()).toMatchObject({ rows: 640, chains: 1, anchors: 2, brokenPlaces: 0 });
});

test('two processes write two chains, and whoever begins notes where the other stands', async () => {
  const [first, second] = [world.aProcess(), world.aProcess()];
  await first.record([anAccess(), anAccess()]);
  await second.record([anAccess()]);
  await Promise.all([first.close(), second.close()]);
  const { rows } = await world.pool.query<{ kind: string }>(
    'select kind from access_anchor order by position',
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['opened', 'head', 'opened', 'closed', 'closed']);
  expect(await world.verified()).toMatchObject({ rows: 3, chains: 2, anchors: 5, brokenPlaces: 0 });
});

test('a process that is killed loses no row that it acknowledged, and its tail is missed when it is cut off', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/access-writer.ts', world.url], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  createInterface(child.stdout).on('line', (line) => acknowledged.push(line));
  while (acknowledged.length < 40) await pause(10);
  child.kill('SIGKILL');
  await once(child, 'close');
  const ofKilled = await rowsOf();
  expect(ofKilled.map(({ request }) => request)).toEqual(expect.arrayContaining(acknowledged));

  const next = world.aProcess();
  await next.record([anAccess()]);
  await next.close();
  expect(await world.verified()).toMatchObject({ rows: ofKilled.length + 1, chains: 2, brokenPlaces: 0 });
  const last = ofKilled.at(-1);
  await world.tamper('delete from access_record where chain = $1 and position = $2', [
    last?.chain,
    last?.position,
  ]);
  expect((await world.verified()).firstBroken).toEqual({
    ...{ what: 'row', fault: 'cut-off', chain: last?.chain, position: last?.position },
  });
});

test('where the store does not answer nothing is recorded, and the caller hears of it; then a new chain begins', async () => {
  const records = world.aProcess();
  await records.record([anAccess()]);
  await world.pool.query('alter table access_record rename to elsewhere');
  await expect(records.record([anAccess()])).rejects.toBeInstanceOf(AccessNotRecorded);
  await world.pool.query('alter table elsewhere rename to access_record');
  await records.record([anAccess()]);
  await records.close();
  expect((await rowsOf()).map(({ position }) => position)).toEqual([1, 1]);
  expect(await world.verified()).toMatchObject({ rows: 2, chains: 2, brokenPlaces: 0 });
});

test('what has not its form is refused alone, not the rows beside it', async () => {
  const records = world.aProcess();
  const [good, bad] = [
    records.record([anAccess()]),
    records.record([anAccess({ subjectId: '010-7314-1592' })]),
  ];
  await expect(bad).rejects.toThrow('subjectId');
  await good;
  await records.close();
  expect(await rowsOf()).toHaveLength(1);
});
