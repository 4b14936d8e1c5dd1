import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['entry-log']));

const reader = webhookReader(everywhere([SECRET]));
const log = () => world.adapter('entry-log');
const order = (place = 'restaurant-7') => {
  const informationRequestId = randomUUID();
  return {
    key: `information-request:${informationRequestId}:entry-log-submission`,
    informationRequestId,
    legalBasis: 'idcpa-76-2',
    approvalReference: `approval-${informationRequestId}`,
    place,
    from: '2026-03-01T18:00:00+09:00',
    to: '2026-03-01T20:00:00+09:00',
  };
};
/** Requests, and waits for the result to be told. */
async function result(one: ReturnType<typeof order>) {
  const before = world.hooks.messages.length;
  await log().requestVisitors(one);
  const message = (await world.hooks.received(before + 1)).at(-1);
  if (message === undefined) throw new Error('no message');
  return reader.entryLog(message).read();
}

describe('who was at a venue', () => {
  test('is answered later, once per key, the same people for the same place and time', async () => {
    const one = order();
    const simulator = world.simulator('entry-log');
    await simulator.fault({ kind: 'fail-after-executing', key: one.key });
    await expect(log().requestVisitors(one)).rejects.toMatchObject({
      name: 'ExternalSystemUnavailable',
      code: 'http-503',
    });
    await world.hooks.received(1);
    const [first, again] = [await log().requestVisitors(one), await log().requestVisitors(one)];
    expect(again).toEqual(first);
    expect(await world.executed('entry-log', one.key)).toBe(1);
    const standing = await log().findRequestByKey(one.key);
    expect(standing).toMatchObject({ ...first, state: 'ready', recordCount: 3 });
    const told = await result(order());
    expect(told).toMatchObject({ recordCount: 3 });
    const visitors = await log().fetchVisitors(told.resultReference);
    expect(visitors).toMatchObject([
      { name: '출입일', from: '2026-03-01T18:00:00+09:00', to: '2026-03-01T20:00:00+09:00' },
      { name: '출입이', to: '2026-03-01T19:00:00+09:00' },
      { name: '출입삼', from: '2026-03-01T20:00:00+09:00' },
    ]);
    const { resultReference } = standing as { resultReference: string };
    expect(await log().fetchVisitors(resultReference)).toEqual(visitors);
    // An id of a record tells nothing of whom it is about.
    for (const { entry } of visitors)
      expect(visitors.filter(({ phone }) => entry.includes(phone.slice(3)))).toEqual([]);
    expect(new Set(visitors.map(({ entry }) => entry)).size).toBe(3);
  });

  test('is destroyed as every result is: gone for good, with one certificate', async () => {
    const one = order();
    const { resultReference } = await result(one);
    const destruction = {
      key: `information-request:${one.informationRequestId}:entry-log-destruction`,
      resultReference,
    };
    const { certificateId } = await log().destroyRecords(destruction);
    expect(await log().destroyRecords(destruction)).toEqual({ certificateId });
    await expect(log().fetchVisitors(resultReference)).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-410',
    });
    expect(await log().findRequestByKey(one.key)).toMatchObject({ state: 'destroyed', certificateId });
  });

  test('may be nobody, never told, or refused; without a law or an approval nothing is asked', async () => {
    expect(await result(order('NOBODY'))).toMatchObject({ recordCount: 0 });
    const silent = order('SILENT');
    await log().requestVisitors(silent);
    expect(await log().findRequestByKey(silent.key)).toMatchObject({ state: 'pending' });
    const refused = { name: 'ExternalSystemRefused' };
    await expect(log().requestVisitors(order('REFUSED'))).rejects.toMatchObject({
      ...refused,
      code: 'http-422',
    });
    await expect(log().requestVisitors({ ...order(), legalBasis: '' })).rejects.toMatchObject({
      ...refused,
      code: 'http-400',
    });
  });

  test('is whom it was given for a place; nonsense is not taken for people', async () => {
    const given = (records: readonly object[]) =>
      world.simulator('entry-log').post('/control/visitors', { place: 'CAFE-1', records });
    const visitor = {
      entry: 'E-1',
      name: '김출입',
      phone: '010-5555-0001',
      from: '2026-03-01T18:10:00+09:00',
      to: '2026-03-01T18:40:00+09:00',
    };
    expect((await given([visitor])).status).toBe(201);
    expect(await log().fetchVisitors((await result(order('CAFE-1'))).resultReference)).toEqual([visitor]);
    await given([{ ...visitor, phone: '' }]);
    await expect(log().fetchVisitors((await result(order('CAFE-1'))).resultReference)).rejects.toMatchObject({
      name: 'ExternalSystemUnavailable',
      code: 'garbage',
    });
  });

  test('stands in no ledger', async () => {
    const ledger = JSON.stringify(await world.simulator('entry-log').ledger());
    expect(ledger).not.toMatch(/출입|restaurant|5555/);
  });
});
