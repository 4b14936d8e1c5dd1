import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startStirrer, stirProcess, type Stirrer } from '../../activities/adapters/temporal/stirrer.ts';
import { stirSubscribers } from '../../activities/exchange/stir-subscribers.ts';
import { STIR_SIGNAL } from '../../activities/ports/processes.ts';
import { caseWorld, type CaseWorld } from '../support/case-world.ts';
import { keepHistory } from '../support/golden.ts';
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

const subscribed = async (): Promise<string> => {
  const asked = { url: receiver.url, eventTypes: ['CaseOpened'], jurisdictions: ['00'] };
  return (await world.ask.subscribeWebhook({ ...world.request(), ...asked })).id;
};
const casesTold = () => receiver.received.flatMap(({ items }) => items.map(({ caseId }) => caseId));
const told = (caseId: string) => world.until('told', async () => casesTold().includes(caseId));
const ended = async (id: string) => {
  await world.ask.unsubscribeWebhook({ ...world.request(), subscriptionId: id });
  await world.processEnded(`webhook/${id}`);
};

/** The server suggests another run from 4,096 events on; each signal that is worked off by itself makes several. */
const MOST_SIGNALS = 4_100;
/** Few at once: what reaches a process in one task is worked off in one go. */
const AT_ONCE = 4;

test('a subscription whose history has grown long goes on in another run, and sends nothing twice', async () => {
  const id = await subscribed();
  const first = await world.open('diagnosis');
  await told(first);
  const process = world.client.workflow.getHandle(`webhook/${id}`);
  const { runId } = await process.describe();
  const isCarriedOn = async (): Promise<boolean> => (await process.describe()).runId !== runId;
  for (let sent = 0; sent < MOST_SIGNALS && !(await isCarriedOn()); sent += 10 * AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let one = 0; one < 10; one += 1) await process.signal(STIR_SIGNAL);
      }),
    );
  await world.until('another run', isCarriedOn);
  const second = await world.open('suspicion');
  await told(second);
  expect(casesTold()).toEqual([first, second]);
  await ended(id);
  await keepHistory(world, `webhook/${id}`, 'webhook-carried-on');
  const long = await world.client.workflow.getHandle(`webhook/${id}`, runId).fetchHistory();
  expect(long.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes).toBeTruthy();
}, 180_000);

test('what was taken, but not noted before all stopped, comes once more under the same id and body', async () => {
  const { webhookDeliveries } = world.uses;
  const asEver = { ...webhookDeliveries };
  let lost = 0;
  webhookDeliveries.taken = async () => {
    lost += 1;
    throw new Error('the connection to the database is lost');
  };
  const id = await subscribed();
  const opened = await world.open('diagnosis');
  await world.until('taken, and not noted', async () => lost > 0);
  await world.sleep();
  Object.assign(webhookDeliveries, asEver);
  const before = receiver.received.length;
  await world.wake();
  await world.until('sent once more', async () => receiver.received.length > before);
  const posts = receiver.received.filter(({ items }) => items.some(({ caseId }) => caseId === opened));
  expect(posts.length).toBeGreaterThan(1);
  expect([
    new Set(posts.map(({ deliveryId }) => deliveryId)),
    new Set(posts.map(({ body }) => body)),
  ]).toEqual([new Set([posts[0]?.deliveryId]), new Set([posts[0]?.body])]);
  const later = await world.open('suspicion');
  await told(later);
  expect(casesTold().filter((one) => one === later)).toEqual([later]);
  await ended(id);
}, 120_000);
