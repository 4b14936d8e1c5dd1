import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startStirrer, stirProcess, type Stirrer } from '../../activities/adapters/temporal/stirrer.ts';
import { stirSubscribers } from '../../activities/exchange/stir-subscribers.ts';
import { anAccess } from '../support/access-entries.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { testReceiver, type TestReceiver } from '../support/test-receiver.ts';

let world: CaseWorld;
let stirrer: Stirrer;
let receiver: TestReceiver;
const troubles: unknown[] = [];
beforeAll(async () => {
  world = await caseWorld();
  stirrer = startStirrer(stirSubscribers(world.uses), stirProcess(world.client), (error) =>
    troubles.push(error),
  );
});
afterAll(async () => {
  await stirrer.stop();
  await world.close();
});
beforeEach(async () => {
  receiver = await testReceiver();
});
afterEach(() => {
  receiver.close();
  expect(troubles).toEqual([]);
});

const [HERE, ELSEWHERE] = ['11110', '26440'];
/** By an account that is responsible in both districts. */
const subscribed = async (by: string): Promise<string> => {
  const { id } = await world.ask.subscribeWebhook({
    ...world.request(),
    by,
    url: receiver.url,
    eventTypes: ['CaseOpened'],
    jurisdictions: [HERE, ELSEWHERE],
  });
  await asks(by, ['system'], [HERE, ELSEWHERE]);
  return id;
};
/** What its token said when it asked for something last. */
const asks = (by: string, roles: readonly string[], offices: readonly string[]) =>
  world.uses.accessRecords.record([anAccess({ staffId: by, roles, offices, endpoint: 'GET /events' })]);
const casesTold = () => receiver.received.flatMap(({ items }) => items.map(({ caseId }) => caseId));
const told = (caseId: string) => world.until('told', async () => casesTold().includes(caseId));
const stateOf = async (id: string) => (await world.uses.webhookSubscriptions.load(id)).aggregate.state;
const paused = (id: string) => world.until('paused', async () => (await stateOf(id)).stage === 'paused');
const openIn = (district: string) => world.open('diagnosis', { district });
const resume = (subscriptionId: string) => world.ask.resumeWebhook({ ...world.request(), subscriptionId });

test('a subscription stops when the access of whoever made it is revoked, says why, and goes on without a gap', async () => {
  const id = await subscribed('hospital');
  const first = await openIn(HERE);
  await told(first);
  const account = { staffId: 'hospital', by: 'supervisor' };
  await world.ask.revokeAccess({ ...world.request(), ...account, reason: 'account-at-risk' });
  const second = await openIn(HERE);
  await paused(id);
  expect(await stateOf(id)).toMatchObject({ pausedBecause: 'access-revoked' });
  await resume(id); // by whoever does not know better: nothing leaves for all that
  await world.until('paused again', async () => {
    const { aggregate } = await world.uses.webhookSubscriptions.load(id);
    return aggregate.state.stage === 'paused' && aggregate.version >= 4;
  });
  expect(casesTold()).toEqual([first]);
  await world.ask.restoreAccess({ ...world.request(), ...account });
  await resume(id);
  await told(second);
  expect(casesTold()).toEqual([first, second]);
  expect(await stateOf(id)).not.toHaveProperty('pausedBecause');
}, 90_000);

test('what is sent is what its maker may read today, not what they could when they subscribed', async () => {
  const id = await subscribed('laboratory');
  await told(await openIn(ELSEWHERE));
  await asks('laboratory', ['system'], [HERE]);
  const [there, here] = [await openIn(ELSEWHERE), await openIn(HERE)];
  await told(here);
  expect(casesTold()).not.toContain(there);
  await asks('laboratory', ['surveyor'], [HERE]);
  const later = await openIn(HERE);
  await paused(id);
  expect(await stateOf(id)).toMatchObject({ pausedBecause: 'right-gone' });
  expect(casesTold()).not.toContain(later);
}, 90_000);

test('what leaves is on record first: of each case, to which subscription, under the delivery', async () => {
  const id = await subscribed('ward');
  const opened = await openIn(HERE);
  await told(opened);
  const { personId } = (await world.uses.cases.load(opened)).aggregate.state;
  const { rows } = await world.database.pool.query(
    `select request_id::text as delivery, person_id::text as person, case_id::text as case, staff_id as staff, endpoint,
       outcome, reason, offices from access_record where person_id = $1 and endpoint like 'SEND %'`,
    [personId],
  );
  expect(rows).toEqual([
    {
      delivery: receiver.received[0]?.deliveryId,
      person: personId,
      case: opened,
      staff: `webhook-subscription:${id}`,
      endpoint: 'SEND /webhook-subscriptions/:id',
      outcome: 'allowed',
      reason: 'system',
      offices: [HERE, ELSEWHERE],
    },
  ]);
}, 60_000);
