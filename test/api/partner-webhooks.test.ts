import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { IsolationSupplies } from '../../domain/isolation-management/supplies/supplies.ts';
import { isolationId, suppliesId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { apiWorld } from '../support/api-world.ts';
import { caseAfter, diagnosed } from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { anIsolation, isolated } from '../support/isolation-fixtures.ts';
import { signed } from '../support/signed.ts';
import { aClaim, applied, approved, assessed, CLAIM } from '../support/living-support-fixtures.ts';
import { supplies, untilOrdered, untilPaid, PRICE } from '../support/supplies-fixtures.ts';
import { ANSWERS, aSurvey, offered, SURVEY } from '../support/survey-fixtures.ts';

const world = forThisFile(apiWorld);
const send = signed(world);
const one = supplies();
const lost = IsolationSupplies.unopened(suppliesId('01900000-0000-7000-8000-0000000000e2'));
beforeAll(async () => {
  const { uses } = world;
  for (const command of untilOrdered) one.execute(command);
  await uses.supplies.save(one);
  const ofAnother = { isolationId: isolationId('01900000-0000-7000-8000-0000000000e3') };
  for (const command of untilPaid)
    lost.execute(command.type === 'OpenSupplies' ? { ...command, ...ofAnother } : command);
  await uses.supplies.save(lost);
  const claim = aClaim();
  for (const command of [applied(), assessed(), approved()]) claim.execute(command);
  await uses.livingSupports.save(claim);
  const isolation = anIsolation();
  isolation.execute(isolated());
  await uses.isolations.save(isolation);
  await uses.cases.save(caseAfter(diagnosed())); // what a message asks about lies where its case is
  const survey = aSurvey();
  survey.execute(offered('smsLink', Instant.ofEpochMilliseconds(Date.now() + 86_400_000)));
  await uses.surveys.save(survey);
});

const RECORDED = { status: 200, outcome: 'recorded' };
const PARKED = { status: 200, outcome: 'parked' };
const reasons = async (): Promise<readonly unknown[]> =>
  (await world.call('GET', '/tasks')).body.items.map(({ reason }) => reason);

const parked = async (reason: string) =>
  (await world.call('GET', '/tasks')).body.items.find((task) => task['reason'] === reason);
/** Not the headquarters, which stands for nowhere. */
const placeOf = async (kind: string, id: string) => {
  const place = await world.uses.lookups.placeOf({ kind, id });
  expect(place?.district).toMatch(/^[1-9]/);
  return place;
};

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
    expect(await parked(`payment: supplies/already-paid about supplies ${one.id}`)).toMatchObject({
      team: 'isolation-management',
      ...(await placeOf('supplies', one.id)),
    });
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

  test('of a parcel that was lost and has arrived after all is recorded, and for a person', async () => {
    const reference = `${lost.id}-1`;
    expect(await send('delivery', parcel('EXCEPTION', 'LOST', reference))).toEqual(RECORDED);
    const told = () => send('delivery', parcel('DELIVERED', undefined, reference));
    expect([await told(), await told()]).toEqual([RECORDED, RECORDED]);
    const tasks = (await world.call('GET', '/tasks')).body.items.filter(
      (task) => task['kind'] === 'parcel-arrived-late',
    );
    expect(tasks).toMatchObject([
      { reason: 'order 1 was given up: parcel-lost', team: 'isolation-management' },
    ]);
    expect(await send('delivery', parcel('EXCEPTION', 'LOST', reference))).toEqual(RECORDED); // known
    expect(await send('delivery', parcel('EXCEPTION', 'RETURNED', reference))).toEqual(PARKED);
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
    const failed = { ...paid, status: 'FAILED', reason: 'ACCOUNT_CLOSED' };
    expect(await send('living-support', failed)).toEqual(PARKED);
    expect(
      await parked(`living-support: living-support/already-paid about living-support ${CLAIM}`),
    ).toBeDefined();
    const { state } = (await world.uses.livingSupports.load(CLAIM)).aggregate;
    expect(state).toMatchObject({ stage: 'paid', paidWon: 150_000, reference: 'transfer-1' });
    expect(
      await parked(`living-support: living-support/reference-used about living-support ${CLAIM}`),
    ).toMatchObject({
      team: 'diagnostic-testing',
      ...(await placeOf('living-support', CLAIM)),
    });
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
    ['payment', payment({ orderId: order }), 'supplies/not-found', 'isolation-management'],
    ['delivery', parcel('DELIVERED', undefined, order), 'supplies/not-found', 'isolation-management'],
    ['entry-log', lookUp, 'information-request/not-found', 'epidemiological-investigation'],
    ['card-history', lookUp, 'information-request/not-found', 'epidemiological-investigation'],
    [
      'living-support',
      { event: 'recall', id: 'r', claim: unknown, attempt: 1, amount: 1, status: 'RECOVERED' },
      'living-support/not-found',
      'diagnostic-testing',
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
      'epidemiological-investigation',
    ],
  ])('%s about something unknown, for the team of its partner', async (system, message, reason, team) => {
    expect(await send(system, message)).toEqual(PARKED);
    expect(await parked(`${system}: ${reason}`)).toMatchObject({ team, district: '00000' });
  });
  test.each(['payment', 'delivery', 'entry-log', 'card-history', 'living-support', 'survey'])(
    '%s that makes no sense',
    async (system) => {
      expect(await send(system, { hello: 'world' })).toEqual(PARKED);
      expect(await reasons()).toContain(`${system}: message/unreadable`);
    },
  );
});
