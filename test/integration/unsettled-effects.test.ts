import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pgEffectLog } from '../../activities/adapters/postgres/effect-log.pg.ts';
import { pgUnsettledEffects } from '../../activities/adapters/postgres/unsettled-effects.pg.ts';
import { newId } from '../support/aggregate-makers.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('an effect that no partner knows does not hold up the others', async () => {
  const keys = [1, 2, 3].map((place) => `case:${newId()}:round-${place}`);
  for (const [place, key] of keys.entries()) {
    const owner = { kind: 'case', id: newId() };
    await pgEffectLog(database.pool).intend({ key, name: 'isolation-notice', system: 'sms', owner });
    await database.pool.query(
      `update effect set intended_at = clock_timestamp() - make_interval(mins => $2) where key = $1`,
      [key, 90 - place],
    );
  }
  const unsettled = pgUnsettledEffects(database.pool);
  const asked: string[] = [];
  for (const _round of keys) asked.push(...(await unsettled.withoutResult(1)).map(({ key }) => key));
  expect(asked).toEqual(keys);
  expect(await unsettled.withoutResult(10)).toHaveLength(3);
});

test('a report of the gateway settles a message whose answer was lost, and changes no other', async () => {
  const log = pgEffectLog(database.pool);
  const owner = { kind: 'case', id: newId() };
  const [lost, answered] = [`case:${owner.id}:isolation-notice`, `case:${owner.id}:release-notice`];
  await log.intend({ key: lost, name: 'isolation-notice', system: 'sms', owner });
  await log.intend({ key: answered, name: 'release-notice', system: 'sms', owner });
  await log.settle(answered, 'MSG-2');
  expect(await log.confirm(lost, 'never-reported')).toEqual(owner);
  expect(await log.isUnsettled(lost)).toBe(true);
  for (const key of [lost, answered]) expect(await log.confirm(key, '4000', 'MSG-1')).toEqual(owner);
  const again = { name: 'isolation-notice', system: 'sms', owner } as const;
  expect(await log.intend({ ...again, key: lost })).toEqual({ status: 'done', reference: 'MSG-1' });
  expect(await log.intend({ ...again, key: answered })).toEqual({ status: 'done', reference: 'MSG-2' });
});
