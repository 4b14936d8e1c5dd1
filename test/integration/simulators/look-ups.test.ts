import { describe, expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['entry-log', 'card-history']));

const reader = webhookReader(everywhere([SECRET]));
const order = orders['look-up'];
const PHONE = order().person.phone;

describe.each([
  ['entry-log', 'entryLog', { place: 'restaurant-7', district: '11110', to: '2026-02-28T20:00:00+09:00' }],
  [
    'card-history',
    'cardHistory',
    { merchant: 'restaurant-7', district: '11110', approvedAt: '2026-02-28T19:55:00+09:00' },
  ],
] as const)('%s', (name, read, record) => {
  const provider = () => world.adapter(name);
  /** Requests, and waits for the result to be told. */
  async function result(one: ReturnType<typeof order>) {
    const before = world.hooks.messages.length;
    await provider().request(one);
    const message = (await world.hooks.received(before + 1)).at(-1);
    if (message === undefined) throw new Error('no message');
    return reader[read](message).read();
  }
  const destruction = (informationRequestId: string, resultReference: string) => ({
    key: `informationRequest:${informationRequestId}:destroy`,
    resultReference,
  });

  test('answers a formal request later, keeps the records, and destroys them with one certificate', async () => {
    const one = order();
    const { informationRequestId } = one;
    const { resultReference, recordCount, ...told } = await result(one);
    expect(told).toMatchObject({ informationRequestId });
    expect(recordCount).toBe(2);
    const standing = await provider().findRequestByKey(one.key);
    expect(standing).toEqual({
      state: 'ready',
      providerReference: expect.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
      recordCount: 2,
      resultReference,
    });
    expect(await provider().fetchRecords(resultReference)).toContainEqual(expect.objectContaining(record));

    const asked = destruction(informationRequestId, resultReference);
    await world.simulator(name).fault({ kind: 'fail-after-executing', key: asked.key });
    await expect(provider().destroyRecords(asked)).rejects.toMatchObject({ code: 'http-503' });
    const { certificateId } = await provider().destroyRecords(asked);
    expect(await provider().destroyRecords(asked)).toEqual({ certificateId });
    await expect(provider().fetchRecords(resultReference)).rejects.toMatchObject({ code: 'http-410' });
    expect(await provider().findRequestByKey(one.key)).toMatchObject({ state: 'destroyed', certificateId });
    expect(await world.executed(name, asked.key)).toBe(1);
  });

  test('tells when there is nothing', async () => {
    expect(await result(order('NOTHING'))).toMatchObject({ recordCount: 0 });
  });

  test('may never answer: then it is pending', async () => {
    const one = order('SILENT');
    await provider().request(one);
    expect(await provider().findRequestByKey(one.key)).toMatchObject({ state: 'pending' });
  });

  test('answers nobody without a law and an approval', async () => {
    await expect(provider().request({ ...order(), approvalReference: '' })).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-400',
    });
    await expect(provider().request(order('REFUSED'))).rejects.toMatchObject({ code: 'http-422' });
  });

  test('answers with the records that it was given for a telephone', async () => {
    const records = [{ ...record, ...(name === 'entry-log' ? { from: '2026-02-28T19:00:00+09:00' } : {}) }];
    const given = await world.simulator(name).post('/control/records', { phone: PHONE, records });
    expect(given.status).toBe(201);
    const { resultReference } = await result(order());
    expect(await provider().fetchRecords(resultReference)).toEqual(records);
  });

  test('records that make no sense are not taken for records', async () => {
    await world.simulator(name).post('/control/records', { phone: PHONE, records: [{ place: '' }] });
    const { resultReference } = await result(order());
    await expect(provider().fetchRecords(resultReference)).rejects.toMatchObject({
      name: 'ExternalSystemUnavailable',
      code: 'garbage',
    });
  });

  test('keeps no record in its ledger, and no name', async () => {
    const ledger = JSON.stringify(await world.simulator(name).ledger());
    expect(ledger).not.toMatch(/restaurant|홍길동|1234-?5678/);
  });
});
