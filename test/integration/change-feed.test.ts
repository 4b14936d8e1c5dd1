import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { pgChangeFeed } from '../../activities/adapters/postgres/change-feed.pg.ts';
import type { ChangeFeed, FeedEvent, FeedQuery } from '../../activities/ports/change-feed.ts';
import { caseId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { aCase, aContact, now } from '../support/aggregate-makers.ts';
import { shownByTheFeed } from '../support/feed-horizon.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);
let feed: ChangeFeed;
beforeAll(() => {
  feed = pgChangeFeed(database.pool);
});

const INSERT = `insert into domain_event (aggregate_type, aggregate_id, version, type, at, actor, data)
  values ('person', $1, $2, 'AddressCorrected', clock_timestamp(), 'officer', '{}')`;
const THE_COUNTRY = { reach: [''], limit: 7 } as const;
const readFrom = async (after: string, more: Partial<FeedQuery> = {}) => {
  const events: FeedEvent[] = [];
  for (let cursor = after; ;) {
    const page = await feed.page({ ...THE_COUNTRY, ...more, after: cursor });
    events.push(...page.events);
    cursor = page.cursor;
    if (!page.more) return { events, cursor };
  }
};
const endOfAll = async () => {
  await shownByTheFeed(database.pool);
  return feed.end();
};
const ids = (events: readonly FeedEvent[]): string[] => events.map(({ aggregate }) => aggregate.id);

test('of two transactions that commit in the other order neither is missed, and none comes twice', async () => {
  const [slow, fast, early, late] = [
    await database.pool.connect(),
    await database.pool.connect(),
    randomUUID(),
    randomUUID(),
  ];
  const start = await endOfAll();
  await slow.query('begin');
  await slow.query(INSERT, [early, 1]);
  await fast.query('begin');
  await fast.query(INSERT, [late, 1]);
  await fast.query('commit');
  const before = await readFrom(start);
  expect(ids(before.events)).toEqual([]); // the later number is stored already, and waits for the earlier one
  await slow.query('commit');
  slow.release();
  fast.release();
  await shownByTheFeed(database.pool);
  const after = await readFrom(before.cursor);
  expect(ids(after.events)).toEqual([early, late]);
  expect((await readFrom(after.cursor)).events).toEqual([]);
});

test('many writers, some slow, some given up: a reader who polls misses nothing and reads nothing twice', async () => {
  const start = await endOfAll();
  const committed = new Set<string>();
  const read: string[] = [];
  let writing = true;
  let givenUpAt: number | undefined;
  let seed = 20_200_625;
  const drawn = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const writer = async (): Promise<void> => {
    for (let turn = 0; turn < 60; turn += 1) {
      const client = await database.pool.connect();
      const written = Array.from({ length: 1 + drawn(4) }, () => randomUUID());
      await client.query('begin');
      for (const id of written) {
        await client.query(INSERT, [id, 1]);
        if (drawn(3) === 0) await new Promise((resolve) => setTimeout(resolve, drawn(12)));
      }
      const keeps = drawn(10) > 0;
      await client.query(keeps ? 'commit' : 'rollback');
      client.release();
      if (keeps) for (const id of written) committed.add(id);
    }
  };
  const reader = async (): Promise<void> => {
    for (let cursor = start; ;) {
      const last = !writing;
      givenUpAt ??= last ? performance.now() + 5_000 : undefined;
      const page = await readFrom(cursor);
      read.push(...ids(page.events));
      cursor = page.cursor;
      if (last && (read.length >= committed.size || performance.now() > (givenUpAt ?? 0))) return;
    }
  };
  const reading = reader();
  await Promise.all(Array.from({ length: 8 }, writer));
  writing = false;
  await reading;
  expect(read).toHaveLength(committed.size);
  expect(new Set(read)).toEqual(committed);
}, 60_000);

test('a district reads of its cases only; what belongs to no case is for the whole country', async () => {
  const start = await endOfAll();
  const { cases } = pgRepositories(database.pool, () => false, seals);
  const [here, elsewhere] = [aCase({ district: '11110' }), aCase({ district: '26440' })];
  for (const one of [here, elsewhere]) await cases.save(one);
  await database.pool.query(INSERT, [randomUUID(), 1]);
  await shownByTheFeed(database.pool);
  const casesRead = async (reach: readonly string[]) => [
    ...new Set((await readFrom(start, { reach })).events.map(({ caseId }) => caseId)),
  ];
  expect(await casesRead(['11110'])).toEqual([here.id]);
  expect(await casesRead(['11', '26'])).toEqual([here.id, elsewhere.id]);
  expect(await casesRead([''])).toEqual([here.id, elsewhere.id, null]);
  expect(await casesRead([])).toEqual([]);
});

test('of a contact a district reads where they live; where the case is, that they were named', async () => {
  const start = await endOfAll();
  const { cases, contacts } = pgRepositories(database.pool, () => false, seals);
  const source = aCase({ district: '11110' });
  await cases.save(source);
  const contact = aContact({ caseId: caseId(source.id), district: '26440' });
  const vaccinatedOn = [LocalDate.of('2021-02-26')];
  contact.execute({ type: 'RecordContactVaccinations', vaccinatedOn, by: 'officer', at: now() });
  await contacts.save(contact);
  await shownByTheFeed(database.pool);
  const told = async (...reach: readonly string[]) =>
    (await readFrom(start, { reach })).events
      .filter(({ aggregate }) => aggregate.kind === 'contact')
      .map(({ type }) => type);
  expect(await told('11110')).toEqual(['ContactNamed']);
  expect(await told('26440')).toEqual(['ContactNamed', 'ContactVaccinationsRecorded']);
  expect(await told('')).toEqual(['ContactNamed', 'ContactVaccinationsRecorded']);
});

test('types and aggregates are filtered; the cursor goes past what is not shown', async () => {
  const start = await endOfAll();
  const wanted = randomUUID();
  for (let version = 1; version <= 3; version += 1) await database.pool.query(INSERT, [wanted, version]);
  for (let other = 1; other <= 20; other += 1) await database.pool.query(INSERT, [randomUUID(), 1]);
  await shownByTheFeed(database.pool);
  const one = await readFrom(start, { aggregate: { kind: 'person', id: wanted }, limit: 2 });
  expect(one.events.map(({ eventId }) => eventId)).toEqual(
    [1, 2, 3].map((version) => `${wanted}:${version}`),
  );
  const none = await feed.page({ ...THE_COUNTRY, after: start, types: ['CaseOpened'] });
  expect(none).toEqual({ events: [], cursor: await feed.end(), more: false });
  expect((await readFrom(none.cursor)).events).toEqual([]);
});
