import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRelay, type Relay } from '../../activities/adapters/postgres/outbox-relay.ts';
import { reactionsTo } from '../../activities/policies.ts';
import type { Announcement } from '../../activities/ports/announcer.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

let database: TestDatabase;
let relay: Relay | undefined;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await relay?.stop();
  await database.close();
});

const STRANGE = '01900000-0000-7000-8000-0000000000a1';
const OTHER = '01900000-0000-7000-8000-0000000000a2';

test('an event that a later version wrote holds up its aggregate, whose news stay in order, and nobody else', async () => {
  const event = (id: string, version: number, type: string) =>
    database.pool.query(
      `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data, case_id)
       values ('case', $1::uuid, $2, $3, clock_timestamp(), 'officer', '{}', $1::text)`,
      [id, version, type],
    );
  await event(STRANGE, 1, 'CaseOpened');
  await event(STRANGE, 2, 'ThoughtOfNextYear');
  await event(STRANGE, 3, 'SymptomsReported');
  await event(OTHER, 1, 'CaseOpened');
  const announced: Announcement[] = [];
  const troubles: string[] = [];
  relay = startRelay({
    databaseUrl: database.url,
    announcer: {
      announce: async (announcement) => {
        announced.push(announcement);
      },
    },
    reactionsTo,
    onTrouble: (what) => troubles.push(what),
    pollMilliseconds: 20,
  });
  const undispatched = async () => {
    const { rows } = await database.pool.query<{ id: string; version: number }>(
      'select aggregate_id as id, version from domain_event where dispatched_at is null order by seq',
    );
    return rows;
  };
  for (const begun = performance.now(); (await undispatched()).some(({ id }) => id === OTHER);) {
    if (performance.now() - begun > 10_000) throw new Error('the other one was not told');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const heard = (id: string) =>
    announced.filter((one) => one.id === id).flatMap(({ news }) => news.map(({ version }) => version));
  expect(heard(OTHER)).toContain(1);
  expect(heard(STRANGE)).not.toContain(3);
  expect(await undispatched()).toEqual(
    expect.arrayContaining([
      { id: STRANGE, version: 2 },
      { id: STRANGE, version: 3 },
    ]),
  );
  expect(troubles).toContain('announce ThoughtOfNextYear');
});
