import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { signed } from '../support/signed.ts';

const world = forThisFile(apiWorld);
const send = signed(world);

const FOR_STAFF = { status: 200, outcome: 'for-staff' };
const PARKED = { status: 200, outcome: 'parked' };
const text = (from: string, words = '숨쉬기가 힘들어요') => ({ kind: 'inbound', from, text: words });
const tasks = async (kind: string) =>
  (await world.call('GET', '/tasks')).body.items.filter((task) => task['kind'] === kind);
const reasons = async (reason: string) =>
  (await tasks('message-parked')).filter((task) => task['reason'] === reason);
const close = async (task: Readonly<Record<string, unknown>> | undefined): Promise<void> => {
  const match = { 'if-match': `"${String(task?.['version'])}"` };
  const path = `/tasks/${String(task?.['taskId'])}/decision`;
  expect((await world.call('POST', path, { decision: 'done' }, { ...key(), ...match })).status).toBe(200);
};
const suspected = async (phone: string): Promise<string> => {
  const opened = await world.call(
    'POST',
    '/cases',
    { ...diagnosis(), person: { ...somebody(), phone } },
    key(),
  );
  return opened.body.caseId;
};
const bodyOf = async (messageId: string) => {
  const { rows } = await world.pool.query(
    `select status, body is not null as kept from inbox_message where message_id = $1`,
    [messageId],
  );
  return rows[0];
};

test('a text of a patient whom nobody asks at home is for staff, and many of them are one task', async () => {
  const phone = '010-7314-7001';
  const caseId = await suspected(phone);
  const id = randomUUID();
  for (const words of ['숨쉬기가 힘들어요', '1', '3'])
    expect(await send('sms', text(phone, words))).toEqual(FOR_STAFF);
  expect(await send('sms', text(phone), id)).toEqual(FOR_STAFF);
  expect(await send('sms', text(phone), id)).toEqual(FOR_STAFF);
  const asked = (await tasks('answer-unclear')).filter((task) => task['caseId'] === caseId);
  expect(asked).toMatchObject([{ team: 'patient-management', district: '11110', subject: null }]);
  await close(asked[0]);
  expect(await send('sms', text(phone))).toEqual(FOR_STAFF);
  expect((await tasks('answer-unclear')).filter((task) => task['caseId'] === caseId)).toHaveLength(1);
});

test('a text of somebody whom nobody knows keeps what it says, and those of a day are one task', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  expect(await send('sms', text('010-7314-7998'), first)).toEqual(PARKED);
  expect(await send('sms', text('010-7314-7999'), second)).toEqual(PARKED);
  expect(await send('sms', text('1588-0000'))).toEqual(PARKED);
  expect(await send('sms', text('010-7314-7998'), first)).toEqual(PARKED);
  for (const id of [first, second]) expect(await bodyOf(id)).toEqual({ status: 'parked', kept: true });
  const opened = await reasons('sms: message/unknown-sender');
  expect(opened).toHaveLength(1);
  expect(await world.uses.inbox.left(0, 100)).toEqual([]);

  // Whoever closed it had not seen what comes after that; what comes again is no new need.
  await close(opened[0]);
  expect(await send('sms', text('010-7314-7999'), second)).toEqual(PARKED);
  expect(await reasons('sms: message/unknown-sender')).toEqual([]);
  const [third, fourth] = [randomUUID(), randomUUID()];
  expect(await send('sms', text('1588-0001'), third)).toEqual(PARKED);
  expect(await send('sms', text('010-7314-7997'), fourth)).toEqual(PARKED);
  expect(await reasons('sms: message/unknown-sender')).toHaveLength(1);
});

test('a task that several share closes with the last of them that is applied after all', async () => {
  const [one, other] = ['010-7314-7101', '010-7314-7102'];
  const [first, second] = [randomUUID(), randomUUID()];
  const [before] = await reasons('sms: message/unknown-sender');
  await close(before);
  for (const [from, id] of [
    [one, first],
    [other, second],
  ] as const)
    expect(await send('sms', text(from), id)).toEqual(PARKED);
  await suspected(one);
  expect(await send('sms', text(one), first)).toEqual(FOR_STAFF);
  expect(await reasons('sms: message/unknown-sender')).toHaveLength(1);
  await suspected(other);
  expect(await send('sms', text(other), second)).toEqual(FOR_STAFF);
  expect(await reasons('sms: message/unknown-sender')).toEqual([]);
});

test('what became of a message that we never sent is for a person, once a day', async () => {
  const status = { kind: 'status', messageId: 'M-1', statusCode: '4000' };
  for (const reference of ['case:unknown:1', 'case:unknown:2'])
    expect(await send('sms', { ...status, reference })).toEqual(PARKED);
  expect(await reasons('sms: message/unknown-key')).toHaveLength(1);
});

test('a parcel between two steps is noted for an order of ours only', async () => {
  const parcel = (reference: string) => ({
    orderId: 'order-1',
    reference,
    carrierId: 'kr.post',
    trackingNumber: '1',
    event: { status: { code: 'IN_TRANSIT' }, time: '2026-03-10T10:00:00Z' },
  });
  for (const order of [randomUUID(), randomUUID()])
    expect(await send('delivery', parcel(`${order}-1`))).toEqual(PARKED);
  expect(await reasons('delivery: supplies/not-found')).toHaveLength(1);
});
