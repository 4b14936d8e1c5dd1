import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pgRetention } from '../../activities/adapters/postgres/retention.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

const put = async (table: string, state: object): Promise<string> => {
  const id = randomUUID();
  await database.pool.query(`insert into ${table} (id, version, state) values ($1, 1, $2)`, [id, state]);
  return id;
};
/** Somebody whose isolation is over, with what belongs to it. */
const somebody = async () => {
  const personId = await put('person', { stage: 'registered', registeredAt: '2020-01-01T00:00:00Z' });
  await database.pool.query(`update person set sealed = '{}' where id = $1`, [personId]);
  const isolationId = await put('isolation', {
    stage: 'ended',
    kind: 'isolation',
    caseId: randomUUID(),
    personId,
  });
  const supplies = await put('supplies', { stage: 'delivered', isolationId });
  const claim = await put('living_support', { stage: 'paid', isolationId });
  return { personId, supplies, claim };
};
const taskAbout = (kind: string, id: string) =>
  put('task', { stage: 'open', kind: 'process-parked', subject: { kind, id } });
const [before, since] = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'];
const asked = { what: 'personal-values', before, since, by: 'process:bulk' } as const;
const page = { after: '', limit: 10 };

test('whose parcel or claim somebody still has to see to is not erased', async () => {
  const [done, parcel, support] = [await somebody(), await somebody(), await somebody()];
  await taskAbout('supplies', parcel.supplies);
  await taskAbout('living-support', support.claim);
  expect(await pgRetention(database.pool).expired({ ...asked, ...page })).toEqual([done.personId]);

  const later = await somebody(); // whose page was read before the task was opened
  expect(await pgRetention(database.pool).isExpired(later.personId, asked)).toBe(true);
  await taskAbout('living-support', later.claim);
  expect(await pgRetention(database.pool).isExpired(later.personId, asked)).toBe(false);
  expect(await pgRetention(database.pool).isExpired(done.personId, asked)).toBe(true);
});
