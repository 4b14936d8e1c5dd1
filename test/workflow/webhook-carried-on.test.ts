import { expect, test } from '@jest/globals';
import { STIR_SIGNAL } from '../../activities/ports/processes.ts';
import { keepHistory } from '../support/golden.ts';
import { casesTold, webhookTests } from '../support/webhook-world.ts';

const world = webhookTests();

/** The server suggests another run from 4,096 events on; each signal that is worked off by itself makes several. */
const MOST_SIGNALS = 4_100;
/** Few at once: what reaches a process in one task is worked off in one go. */
const AT_ONCE = 4;

test('a subscription whose history has grown long goes on in another run, and sends nothing twice', async () => {
  const { id } = await world.subscribed(world.receiver);
  const first = await world.open('diagnosis');
  await world.arrived(world.receiver, first);
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
  await world.arrived(world.receiver, second);
  expect(casesTold(world.receiver)).toEqual([first, second]);
  await world.ended(id);
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
  const { id } = await world.subscribed(world.receiver);
  const opened = await world.open('diagnosis');
  await world.until('taken, and not noted', async () => lost > 0);
  await world.sleep();
  Object.assign(webhookDeliveries, asEver);
  const before = world.receiver.received.length;
  await world.wake();
  await world.until('sent once more', async () => world.receiver.received.length > before);
  const posts = world.receiver.received.filter(({ items }) => items.some(({ caseId }) => caseId === opened));
  expect(posts.length).toBeGreaterThan(1);
  expect([
    new Set(posts.map(({ deliveryId }) => deliveryId)),
    new Set(posts.map(({ body }) => body)),
  ]).toEqual([new Set([posts[0]?.deliveryId]), new Set([posts[0]?.body])]);
  const later = await world.open('suspicion');
  await world.arrived(world.receiver, later);
  expect(casesTold(world.receiver).filter((one) => one === later)).toEqual([later]);
  await world.ended(id);
}, 120_000);
