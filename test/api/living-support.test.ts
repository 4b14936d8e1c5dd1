import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);
let isolation = '';
let id = '';
beforeAll(async () => {
  const { caseId } = (await world.call('POST', '/cases', diagnosis(), key())).body;
  const at = new Date().toISOString();
  await world.steps.orderIsolation({ caseId, at, commandId: `case:${caseId}:order-isolation` });
  const { body } = await world.call('GET', `/cases/${caseId}`);
  isolation = String((body['isolation'] as { isolationId: string }).isolationId);
});

const version = async (path: string): Promise<string> => `"${(await world.call('GET', path)).body.version}"`;
const apply = (body: unknown, more = key()) => world.call('POST', '/living-support', body, more);
const tell = async (what: string, body: unknown, more: Record<string, string> = {}) =>
  world.call('POST', `/living-support/${id}/${what}`, body, {
    ...key(),
    'if-match': await version(`/living-support/${id}`),
    ...more,
  });

describe('living support', () => {
  test('is applied for after the isolation notice, once', async () => {
    expect(await apply({ isolationId: isolation })).toMatchObject({
      status: 409,
      body: { code: 'living-support/not-notified' },
    });
    await world.call(
      'POST',
      `/isolations/${isolation}/notices`,
      { channel: 'verbal' },
      { ...key(), 'if-match': await version(`/isolations/${isolation}`) },
    );
    const once = key();
    const answers = [
      await apply({ isolationId: isolation, householdSize: 3 }, once),
      await apply({ isolationId: isolation, householdSize: 3 }, once),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    id = String(answers[0]?.body['livingSupportId']);
    expect(answers[0]?.headers.get('location')).toBe(`/living-support/${id}`);
    expect(await apply({ isolationId: isolation })).toMatchObject({
      status: 409,
      body: { code: 'living-support/already-applied' },
    });
    expect(await apply({ isolationId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await apply({ isolationId: isolation, paidLeave: 'no' })).toMatchObject({ status: 400 });
  });
  test('has facts stated, by people who read its version', async () => {
    expect(await tell('facts', {})).toMatchObject({ status: 400 });
    expect((await tell('facts', { facts: {} })).body['code']).toBe('stated-facts/malformed');
    expect(await tell('facts', { facts: { paidLeave: false } }, { 'if-match': '"99"' })).toMatchObject({
      status: 412,
    });
    const facts = { facts: { paidLeave: false, incomePercent: 80, shorterIsolationPaidInFull: true } };
    expect(await tell('facts', facts)).toMatchObject({ status: 200, body: { stage: 'applied' } });
    expect((await world.call('GET', `/living-support/${id}`)).body).toMatchObject({
      paidLeave: false,
      facts: { incomePercent: 80, shorterIsolationPaidInFull: true },
    });
  });
  test('is not approved, paid again or recovered before its time', async () => {
    const refused = async (what: string, body: unknown = {}) => (await tell(what, body)).body['code'];
    expect(await refused('amount', { amountWon: 454_900, reason: 'notStatedInProtocol' })).toBe(
      'living-support/not-assessed',
    );
    expect(await refused('approval')).toBe('living-support/not-assessed');
    expect(await refused('payment-retry')).toBe('living-support/not-approved');
    expect(await refused('recovery', { amountWon: 1, reference: 'R-1' })).toBe('living-support/not-reversed');
    expect(await tell('amount', { amountWon: 0, reason: 'daysChanged' })).toMatchObject({ status: 400 });
    expect(await tell('reversal', { reason: 'violationEstablished' })).toMatchObject({ status: 400 });
  });
  test('is rejected by an officer, and stays so', async () => {
    expect(await tell('rejection', {})).toMatchObject({ status: 200, body: { stage: 'rejected' } });
    expect((await tell('facts', { facts: { paidLeave: true } })).body['code']).toBe(
      'living-support/already-rejected',
    );
  });
});
