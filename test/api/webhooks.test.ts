import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key, somebody, SECRETS } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { signedText, type Signing } from '../support/signed.ts';

const world = forThisFile(apiWorld);

describe('webhooks', () => {
  const sendText = (system: string, text: string, how: Signing = {}) =>
    signedText(world, system, { text, ...how });
  const send = (system: string, body: unknown, how?: Signing) => sendText(system, JSON.stringify(body), how);
  const report = (testId: string, code = '10828004') => ({
    resourceType: 'DiagnosticReport',
    status: 'final',
    identifier: [{ system: 'urn:bangyeok:test', value: testId }],
    conclusionCode: [{ coding: [{ code }] }],
  });
  test('forged, old or senseless ones are refused; the second live key is good', async () => {
    expect(
      (await send('pcr-laboratory', report(randomUUID()), { secret: 'somebody-else-entirely' })).status,
    ).toBe(401);
    expect(
      (await send('pcr-laboratory', report(randomUUID()), { at: Math.floor(Date.now() / 1_000) - 600 }))
        .status,
    ).toBe(401);
    expect((await world.call('POST', '/webhooks/pcr-laboratory', report(randomUUID()))).status).toBe(401);
  });
  const parked = async () =>
    (await world.call('GET', '/tasks')).body['items'].filter(({ kind }) => kind === 'message-parked');
  test('what makes no sense, or is about something unknown, is laid aside with a task, and lost never', async () => {
    const before = new Set((await parked()).map(({ taskId }) => taskId));
    expect(await send('pcr-laboratory', { resourceType: 'Patient' })).toMatchObject({
      status: 200,
      body: { outcome: 'parked' },
    });
    const unknown = report(randomUUID());
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect(await send('pcr-laboratory', unknown, { secret: SECRETS[1] ?? '', id })).toMatchObject({
        status: 200,
        body: { outcome: 'parked' },
      });
    }
    const reasons = (await parked()).filter(({ taskId }) => !before.has(taskId)).map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(
      new Set(['pcr-laboratory: message/unreadable', 'pcr-laboratory: test/not-found']),
    );
  });
  test('the same id with other contents is laid aside too, and what came first stands', async () => {
    const id = randomUUID();
    const shared = { ...diagnosis(), person: { ...somebody(), phone: '010-9999-9997' } };
    const { caseId } = (await world.call('POST', '/cases', shared, key())).body;
    const first = { kind: 'inbound', from: '010-9999-9997', text: '1' };
    expect((await send('sms', first, { id })).body).toEqual({ outcome: 'for-staff' });
    const other = { ...first, text: '3' };
    expect((await send('sms', other, { id })).body).toEqual({ outcome: 'parked' });
    expect((await send('sms', first, { id })).body).toEqual({ outcome: 'for-staff' });
    expect(await parked()).toContainEqual(
      expect.objectContaining({
        reason: `sms: message/id-reused about case ${caseId}`,
        ...{ team: 'patient-management', district: '11110', caseId },
      }),
    );
    const { rows } = await world.pool.query(
      `select status, body is not null as kept from inbox_message where message_id like $1 order by message_id`,
      [`${id}%`],
    );
    expect(rows).toEqual([
      { status: 'applied', kept: false },
      { status: 'parked', kept: true },
    ]);
  });
  test('what is signed and no JSON is stored and laid aside like everything that makes no sense', async () => {
    const unreadable = async () =>
      (await parked()).filter(({ reason }) => reason === 'sms: message/unreadable').length;
    const before = await unreadable();
    const id = randomUUID();
    for (const text of ['{"kind": "inbound", ', '{"kind": "inbound", '])
      expect(await sendText('sms', text, { id })).toMatchObject({
        status: 200,
        body: { outcome: 'parked' },
      });
    expect(await unreadable()).toBe(before + 1);
  });
  test('an answer of two patients who share a telephone is for staff', async () => {
    const of: unknown[] = [];
    for (let count = 0; count < 2; count += 1) {
      const shared = { ...diagnosis(), person: { ...somebody(), phone: '010-5555-6666' } };
      const { caseId } = (await world.call('POST', '/cases', shared, key())).body;
      of.push(caseId);
      await world.steps.startHomeTreatment({ caseId, at: new Date().toISOString() });
    }
    const id = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      expect((await send('sms', { kind: 'inbound', from: '01055556666', text: '1' }, { id })).body).toEqual({
        outcome: 'for-staff',
      });
    }
    const { body } = await world.call('GET', '/tasks');
    const unclear = body['items'].filter(
      ({ kind, caseId }) => kind === 'answer-unclear' && of.includes(caseId),
    );
    expect(unclear).toHaveLength(2);
  });
});
