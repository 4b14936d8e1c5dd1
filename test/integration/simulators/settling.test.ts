import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pgEffectLog } from '../../../activities/adapters/postgres/effect-log.pg.ts';
import { callOff, effect, isUnsettled } from '../../../activities/effect.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { testDatabase } from '../../support/servers.ts';
import { simulatedPartners } from '../../support/simulated-partners.ts';

const world = forThisFile(() => simulatedPartners(['sms']));
const database = forThisFile(testDatabase);

/** One message to a gateway that is slower than our patience, and how a process sends it. */
async function slowMessage(settlesWithinMilliseconds: number) {
  const id = randomUUID();
  const key = `isolation:${id}:quarantine-notice`;
  await world.simulator('sms').fault({ kind: 'delay', milliseconds: 1_500, key, times: 1 });
  const log = pgEffectLog(database.pool, settlesWithinMilliseconds);
  const asked = { name: 'quarantine-notice', key, owner: { kind: 'isolation', id } } as const;
  const find = async () => (await world.adapter('sms').findByKey(key))?.providerMessageId;
  const attempt = (timeoutMilliseconds = 10_000): Promise<string> => {
    const gateway = world.adapter('sms', { timeoutMilliseconds });
    return effect(
      log,
      asked,
      async () => (await gateway.send({ key, to: '+821012345678', text: '안내' })).providerMessageId,
      find,
    );
  };
  await expect(attempt(300)).rejects.toMatchObject({ code: 'timed-out' });
  return {
    key,
    log,
    attempt,
    calledOff: () => callOff(log, key, find),
    executed: () => world.executed('sms', key),
  };
}
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const begun = Date.now(); !(await holds());) {
    if (Date.now() - begun > 10_000) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a gateway that sends after our time-out would send twice, if it were asked again at once', async () => {
  const { attempt, executed } = await slowMessage(0);
  await attempt();
  await until('sent twice', async () => (await executed()) === 2);
});

test('while what was sent may still go out it is looked for, and never sent again', async () => {
  const { attempt, executed } = await slowMessage(30_000);
  await expect(attempt()).rejects.toMatchObject({ code: 'settling', retryAfterMilliseconds: 5_000 });
  await until('sent', async () => (await executed()) === 1);
  expect(await attempt()).toMatch(/^M4V/);
  expect(await attempt()).toMatch(/^M4V/);
  expect(await executed()).toBe(1);
});

test('while what was sent may still go out it is not called off: it went out, and that is stored', async () => {
  const { key, log, calledOff, executed } = await slowMessage(30_000);
  await expect(calledOff()).rejects.toMatchObject({ system: 'sms', code: 'settling' });
  expect(await isUnsettled(log, key)).toBe(true);
  await until('sent', async () => (await executed()) === 1);
  await calledOff();
  const { rows } = await database.pool.query('select status, reference from effect where key = $1', [key]);
  expect(rows).toEqual([{ status: 'done', reference: expect.stringMatching(/^M4V/) }]);
});

test('what never came to the gateway is called off when that time is over', async () => {
  const id = randomUUID();
  const key = `isolation:${id}:quarantine-notice`;
  const log = pgEffectLog(database.pool, 400);
  await log.intend({ key, name: 'quarantine-notice', system: 'sms', owner: { kind: 'isolation', id } });
  const calledOff = () => callOff(log, key, () => Promise.resolve(undefined));
  await expect(calledOff()).rejects.toMatchObject({ code: 'settling' });
  await until('over', async () => (await log.unsettled(key))?.milliseconds === 0);
  await calledOff();
  expect(await isUnsettled(log, key)).toBe(false);
});
