import { expect, test } from '@jest/globals';
import { anAccess } from '../support/access-entries.ts';
import { casesTold, webhookTests } from '../support/webhook-world.ts';

const world = webhookTests();

const [HERE, ELSEWHERE] = ['11110', '26440'];
/** By an account that is responsible in both districts. */
const subscribed = async (by: string): Promise<string> => {
  const { id } = await world.subscribed(world.receiver, { by, jurisdictions: [HERE, ELSEWHERE] });
  await asks(by, ['system'], [HERE, ELSEWHERE]);
  return id;
};
/** What its token said when it asked for something last. */
const asks = (by: string, roles: readonly string[], offices: readonly string[]) =>
  world.uses.accessRecords.record([anAccess({ staffId: by, roles, offices, endpoint: 'GET /events' })]);
const stateOf = async (id: string) => (await world.uses.webhookSubscriptions.load(id)).aggregate.state;
const paused = (id: string) => world.until('paused', async () => (await stateOf(id)).stage === 'paused');
const openIn = (district: string) => world.open('diagnosis', { district });
const resume = (subscriptionId: string) => world.ask.resumeWebhook({ ...world.request(), subscriptionId });

test('a subscription stops when the access of whoever made it is revoked, says why, and goes on without a gap', async () => {
  const id = await subscribed('hospital');
  const first = await openIn(HERE);
  await world.arrived(world.receiver, first);
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
  expect(casesTold(world.receiver)).toEqual([first]);
  await world.ask.restoreAccess({ ...world.request(), ...account });
  await resume(id);
  await world.arrived(world.receiver, second);
  expect(casesTold(world.receiver)).toEqual([first, second]);
  expect(await stateOf(id)).not.toHaveProperty('pausedBecause');
}, 90_000);

test('what is sent is what its maker may read today, not what they could when they subscribed', async () => {
  const id = await subscribed('laboratory');
  await world.arrived(world.receiver, await openIn(ELSEWHERE));
  await asks('laboratory', ['system'], [HERE]);
  const [there, here] = [await openIn(ELSEWHERE), await openIn(HERE)];
  await world.arrived(world.receiver, here);
  expect(casesTold(world.receiver)).not.toContain(there);
  await asks('laboratory', ['surveyor'], [HERE]);
  const later = await openIn(HERE);
  await paused(id);
  expect(await stateOf(id)).toMatchObject({ pausedBecause: 'right-gone' });
  expect(casesTold(world.receiver)).not.toContain(later);
}, 90_000);

test('what leaves is on record first: of each case, to which subscription, under the delivery', async () => {
  const id = await subscribed('ward');
  const opened = await openIn(HERE);
  await world.arrived(world.receiver, opened);
  const { personId } = (await world.uses.cases.load(opened)).aggregate.state;
  const { rows } = await world.database.pool.query(
    `select request_id::text as delivery, person_id::text as person, case_id::text as case, staff_id as staff, endpoint,
       outcome, reason, offices from access_record where person_id = $1 and endpoint like 'SEND %'`,
    [personId],
  );
  expect(rows).toEqual([
    {
      delivery: world.receiver.received[0]?.deliveryId,
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
