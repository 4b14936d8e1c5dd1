import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { apiWorld, SECRETS, type ApiWorld } from '../support/api-world.ts';
import { aClaim, applied, approved, assessed, CLAIM } from '../support/living-support-fixtures.ts';
import { supplies, untilOrdered, PRICE } from '../support/supplies-fixtures.ts';
import { ANSWERS, aSurvey, offered, SURVEY } from '../support/survey-fixtures.ts';

let world: ApiWorld;
const one = supplies();
beforeAll(async () => {
  world = await apiWorld();
  const { uses } = world;
  for (const command of untilOrdered) one.execute(command);
  await uses.supplies.save(one);
  const claim = aClaim();
  for (const command of [applied(), assessed(), approved()]) claim.execute(command);
  await uses.livingSupports.save(claim);
  const survey = aSurvey();
  survey.execute(offered('smsLink', Instant.ofEpochMilliseconds(Date.now() + 86_400_000)));
  await uses.surveys.save(survey);
});
afterAll(async () => {
  expect(world.unexpected).toEqual([]); // a 500 anywhere is a defect
  await world.close();
});

/** A signed message of a partner, and what it is answered with. */
async function send(system: string, message: object, id: string = randomUUID()): Promise<unknown> {
  const body = JSON.stringify(message);
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SECRETS[0] ?? '')
    .update(`${at}.${id}.${body}`)
    .digest('hex');
  const answer = await world.call('POST', `/webhooks/${system}`, body, {
    'x-bangyeok-message-id': id,
    'x-bangyeok-timestamp': at,
    'x-bangyeok-signature': `v1=${signature}`,
  });
  return { status: answer.status, outcome: answer.body['outcome'] };
}
const RECORDED = { status: 200, outcome: 'recorded' };
const PARKED = { status: 200, outcome: 'parked' };
const reasons = async (): Promise<readonly unknown[]> =>
  (await world.call('GET', '/tasks')).body.items.map(({ reason }) => reason);

const payment = (more: object = {}) => ({
  eventType: 'PAYMENT_STATUS_CHANGED',
  createdAt: '2026-03-10T10:00:00+09:00',
  data: {
    paymentKey: `supplies:${one.id}:payment:1`,
    orderId: `${one.id}-1`,
    status: 'DONE',
    totalAmount: PRICE,
    failure: null,
    cancels: null,
    ...more,
  },
});
const parcel = (code: string, name?: string, reference = `${one.id}-1`) => ({
  orderId: 'order-1',
  reference,
  carrierId: 'kr.post',
  trackingNumber: '1',
  event: { status: { code, name }, time: '2026-03-10T10:00:00Z' },
});
const stateOfSupplies = async () => (await world.uses.supplies.load(one.id)).aggregate.state;

describe('what partners tell', () => {
  test('of a payment is recorded once, and a contradiction is for a person', async () => {
    const id = randomUUID();
    expect(await send('payment', payment(), id)).toEqual(RECORDED);
    const { version } = (await world.uses.supplies.load(one.id)).aggregate;
    expect(await send('payment', payment(), id)).toEqual(RECORDED);
    expect(await send('payment', payment())).toEqual(RECORDED);
    expect(await stateOfSupplies()).toMatchObject({ stage: 'paid', paidWon: PRICE });
    expect((await world.uses.supplies.load(one.id)).aggregate.version).toBe(version);
    expect(await send('payment', payment({ status: 'ABORTED', failure: { code: 'X' } }))).toEqual(PARKED);
    expect(await send('payment', payment({ totalAmount: 1 }))).toEqual(PARKED);
    expect(await stateOfSupplies()).toMatchObject({ stage: 'paid', paidWon: PRICE });
    expect(await reasons()).toEqual(expect.arrayContaining(['payment: supplies/already-paid']));
  });

  test('of a parcel is recorded in any order', async () => {
    expect(await send('delivery', parcel('DELIVERED'))).toEqual(RECORDED);
    expect(await send('delivery', parcel('IN_TRANSIT'))).toEqual({ status: 200, outcome: 'noted' });
    expect(await send('delivery', parcel('AT_PICKUP'))).toEqual(RECORDED);
    expect(await send('delivery', parcel('INFORMATION_RECEIVED'))).toEqual(RECORDED);
    expect(await stateOfSupplies()).toMatchObject({
      stage: 'delivered',
      attempts: [{ orderReference: 'order-1', tracking: 'kr.post/1' }],
    });
  });

  test('of a transfer is recorded, and another amount is for a person', async () => {
    const paid = {
      event: 'transfer',
      id: 'transfer-1',
      claim: CLAIM,
      attempt: 1,
      amount: 150_000,
      status: 'PAID',
    };
    expect(await send('living-support', paid)).toEqual(RECORDED);
    expect(await send('living-support', paid)).toEqual(RECORDED);
    expect(await send('living-support', { ...paid, amount: 1 })).toEqual(PARKED);
    const { state } = (await world.uses.livingSupports.load(CLAIM)).aggregate;
    expect(state).toMatchObject({ stage: 'paid', paidWon: 150_000, reference: 'transfer-1' });
  });

  test('of a survey is recorded in codes; free text is laid aside', async () => {
    const response = (item: object[]) => ({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      identifier: { system: 'urn:bangyeok:survey', value: SURVEY },
      item,
    });
    const free = [{ linkId: 'fever', answer: [{ valueString: '조금' }] }];
    expect(await send('survey', response(free))).toEqual(PARKED);
    const coded = [
      { linkId: 'fever', answer: [{ valueBoolean: true }] },
      { linkId: 'cough', answer: [{ valueBoolean: false }] },
      { linkId: 'onset', answer: [{ valueDate: '2026-03-02' }] },
      { linkId: 'travelled', answer: [{ valueBoolean: true }] },
    ];
    expect(await send('survey', response(coded))).toEqual(RECORDED);
    const { state } = (await world.uses.surveys.load(SURVEY)).aggregate;
    expect(state).toMatchObject({ stage: 'answered', answers: ANSWERS, channel: 'smsLink' });
  });
});

describe('what nobody can apply is laid aside with its reason, never lost', () => {
  const unknown = randomUUID();
  const order = `${unknown}-1`;
  const lookUp = {
    event: 'result-ready',
    requestId: unknown,
    providerReference: 'p-1',
    recordCount: 2,
    resultReference: 'r-1',
  };
  test.each([
    ['payment', payment({ orderId: order }), 'supplies/not-found'],
    ['delivery', parcel('DELIVERED', undefined, order), 'supplies/not-found'],
    ['entry-log', lookUp, 'information-request/not-found'],
    ['card-history', lookUp, 'information-request/not-found'],
    [
      'living-support',
      { event: 'recall', id: 'r', claim: unknown, attempt: 1, amount: 1, status: 'RECOVERED' },
      'living-support/not-found',
    ],
    [
      'survey',
      {
        resourceType: 'Task',
        id: 't',
        status: 'rejected',
        identifier: [{ system: 'urn:bangyeok:survey', value: unknown }],
      },
      'survey/not-found',
    ],
  ])('%s about something unknown', async (system, message, reason) => {
    expect(await send(system, message)).toEqual(PARKED);
    expect(await reasons()).toContain(`${system}: ${reason}`);
  });
  test.each(['payment', 'delivery', 'entry-log', 'card-history', 'living-support', 'survey'])(
    '%s that makes no sense',
    async (system) => {
      expect(await send(system, { hello: 'world' })).toEqual(PARKED);
      expect(await reasons()).toContain(`${system}: message/unreadable`);
    },
  );
});
