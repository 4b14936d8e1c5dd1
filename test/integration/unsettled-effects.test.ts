import { expect, test } from '@jest/globals';
import { isUnsettled } from '../../activities/effect.ts';
import { pgEffectLog } from '../../activities/adapters/postgres/effect-log.pg.ts';
import { pgUnsettledEffects } from '../../activities/adapters/postgres/unsettled-effects.pg.ts';
import { newId } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

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

test('what was under way when the engine lost its store is asked about at once, whatever its age', async () => {
  const key = `information-request:${newId()}:entry-log-submission`;
  const owner = { kind: 'information-request', id: newId() };
  await pgEffectLog(database.pool).intend({ key, name: 'entry-log-request', system: 'entry-log', owner });
  const asked = async () => {
    const found = await pgUnsettledEffects(database.pool).withoutResult(10);
    return found.some((effect) => effect.key === key);
  };
  expect(await asked()).toBe(false);
  await database.pool.query('update effect set cut_off = true where key = $1', [key]);
  expect(await asked()).toBe(true);
});

test('a report of the gateway settles nothing that another partner does', async () => {
  const log = pgEffectLog(database.pool);
  const owner = { kind: 'case', id: newId() };
  const key = `case:${owner.id}:registration`;
  await log.intend({ key, name: 'registration', system: 'registry', owner });
  expect(await log.ownerOfMessage(key)).toBeUndefined();
  await log.confirm(key, '4000', 'KR-2026-1');
  expect(await isUnsettled(log, key)).toBe(true);
});

test('messages that the gateway cannot speak about do not hold up the others', async () => {
  const keys = [1, 2, 3].map((place) => `case:${newId()}:unreported-${place}`);
  for (const [place, key] of keys.entries()) {
    const owner = { kind: 'case', id: newId() };
    await pgEffectLog(database.pool).intend({ key, name: 'isolation-notice', system: 'sms', owner });
    await database.pool.query(
      `update effect set status = 'done', settled_at = clock_timestamp() - make_interval(hours => $2) where key = $1`,
      [key, 40 - place],
    );
  }
  const unsettled = pgUnsettledEffects(database.pool);
  const asked: string[] = [];
  for (const _round of keys) asked.push(...(await unsettled.withoutReport(1)).map(({ key }) => key));
  expect(asked).toEqual(keys);
});

test('a report of the gateway settles a message whose answer was lost, and changes no other', async () => {
  const log = pgEffectLog(database.pool);
  const owner = { kind: 'case', id: newId() };
  const [lost, answered] = [`case:${owner.id}:isolation-notice`, `case:${owner.id}:release-notice`];
  await log.intend({ key: lost, name: 'isolation-notice', system: 'sms', owner });
  await log.intend({ key: answered, name: 'release-notice', system: 'sms', owner });
  await log.settle(answered, 'MSG-2');
  expect(await log.ownerOfMessage(lost)).toEqual(owner);
  await log.confirm(lost, 'never-reported');
  expect(await isUnsettled(log, lost)).toBe(true);
  for (const key of [lost, answered]) await log.confirm(key, '4000', 'MSG-1');
  const again = { name: 'isolation-notice', system: 'sms', owner } as const;
  expect(await log.intend({ ...again, key: lost })).toEqual({ status: 'done', reference: 'MSG-1' });
  expect(await log.intend({ ...again, key: answered })).toEqual({ status: 'done', reference: 'MSG-2' });
});

test('what was called off was not attempted, until it is taken up again', async () => {
  const log = pgEffectLog(database.pool);
  const owner = { kind: 'contact', id: newId() };
  const key = `contact:${owner.id}:watch-notice:1`;
  const attempted = async (step: Promise<unknown>) => {
    await step;
    return log.wasAttempted(key);
  };
  const intend = () => log.intend({ key, name: 'watch-notice', system: 'sms', owner });
  expect(await log.wasAttempted(key)).toBe(false);
  expect(await attempted(intend())).toBe(true);
  expect(await attempted(log.refuse(key, 'called-off'))).toBe(false);
  expect(await attempted(intend())).toBe(true);
  expect(await attempted(log.settle(key, 'MSG-1'))).toBe(true);
  expect(await attempted(log.refuse(key, 'number-unknown'))).toBe(true);
});

test('when a message went out is told by the process’s clock', async () => {
  const log = pgEffectLog(database.pool);
  const owner = { kind: 'case', id: newId() };
  const key = `case:${owner.id}:isolation-notice`;
  expect(await log.whenSent(key)).toBeUndefined();
  await database.pool.query(`update simulation_clock set ahead = '10 days'`);
  await log.intend({ key, name: 'isolation-notice', system: 'sms', owner });
  await database.pool.query(`update simulation_clock set ahead = '0'`);
  const tried = await log.whenSent(key);
  expect(tried?.sentAt).toBe(tried?.firstTriedAt);
  await log.settle(key, 'MSG-1');
  const sent = await log.whenSent(key);
  expect(sent?.firstTriedAt).toBe(tried?.firstTriedAt);
  expect(Date.parse(sent?.sentAt ?? '')).toBeGreaterThanOrEqual(Date.parse(sent?.firstTriedAt ?? ''));
  const days = (Date.parse(sent?.sentAt ?? '') - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(10);
});
