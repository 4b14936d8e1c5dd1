import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pgContactLookups } from '../../activities/adapters/postgres/contact-lookups.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

/** A case that was on one ward. Moments are Seoul’s. */
async function stayed(placeId: string, from: string, to: string, personId = randomUUID()): Promise<string> {
  const caseId = randomUUID();
  await database.pool.query(
    `insert into disease_case (id, version, state) values ($1, 1, jsonb_build_object('stage', 'released',
       'personId', $2::text, 'disease', 'covid-19', 'district', '11110', 'openedAt', '2026-03-01T00:00:00Z'))`,
    [caseId, personId],
  );
  const visit = { visitId: 'V', placeId, district: '11110', evidence: ['gps'], confidence: 'low' };
  const times = {
    from: new Date(`${from}+09:00`).toISOString(),
    to: new Date(`${to}+09:00`).toISOString(),
  };
  await database.pool.query('insert into route (id, version, state) values ($1, 1, $2)', [
    randomUUID(),
    { stage: 'open', caseId, visits: [{ ...visit, ...times, standing: 'undecided' }] },
  ]);
  return caseId;
}

const met = async (caseId: string, from?: string, until?: string) =>
  (
    await pgContactLookups(database.pool, (phone) => phone).coVisitorsOf(caseId, {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    })
  ).map(({ caseId: other, from: since, to, minutes }) => ({ other, since, to, minutes }));

test('whoever was gone before the days that count, or came after them, was not there with the case', async () => {
  const ours = await stayed('WARD-1', '2026-03-01T20:00:00', '2026-03-04T20:00:00');
  await stayed('WARD-1', '2026-03-01T21:00:00', '2026-03-01T23:59:59.999');
  await stayed('WARD-1', '2026-03-04T00:00:00', '2026-03-04T09:00:00');
  expect(await met(ours, '2026-03-02', '2026-03-03')).toEqual([]);
  expect(await met(ours)).toHaveLength(2);
});

test('whoever stayed over midnight into the days that count, or out of them, was there for the part within', async () => {
  const ours = await stayed('WARD-2', '2026-03-01T20:00:00', '2026-03-04T20:00:00');
  const before = await stayed('WARD-2', '2026-03-01T23:00:00', '2026-03-02T07:00:00');
  const beyond = await stayed('WARD-2', '2026-03-03T22:00:00', '2026-03-04T06:00:00');
  expect(await met(ours, '2026-03-02', '2026-03-03')).toEqual([
    { other: before, since: '2026-03-01T15:00:00Z', to: '2026-03-01T22:00:00Z', minutes: 420 },
    { other: beyond, since: '2026-03-03T13:00:00Z', to: '2026-03-03T14:59:59Z', minutes: 119 },
  ]);
});

test('nobody was there with themselves, under a record that was merged with theirs', async () => {
  const [merged, standing] = [randomUUID(), randomUUID()];
  await database.pool.query('insert into person (id, version, state) values ($1, 1, $2), ($3, 1, $4)', [
    ...[merged, { stage: 'merged', district: '11110', mergedInto: standing }],
    ...[standing, { stage: 'registered', district: '11110' }],
  ]);
  const [from, to] = ['2026-03-02T20:00:00', '2026-03-02T22:00:00'] as const;
  const ours = await stayed('WARD-3', from, to, merged);
  const again = await stayed('WARD-3', from, to, standing);
  const another = await stayed('WARD-3', from, to);
  expect((await met(ours)).map(({ other }) => other)).toEqual([another]);
  expect((await met(again)).map(({ other }) => other)).toEqual([another]);
  expect(await met(another)).toHaveLength(2);
});
