import { expect, test } from '@jest/globals';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { shownByTheFeed } from '../support/feed-horizon.ts';
import { keepHistory } from '../support/golden.ts';
import {
  answers,
  garbage,
  hangs,
  signedBy,
  testReceiver,
  type TestReceiver,
} from '../support/test-receiver.ts';
import { casesTold, webhookTests } from '../support/webhook-world.ts';

const world = webhookTests();

const done = (to: TestReceiver, times: number) =>
  world.until(`${times} posts`, async () => to.received.length >= times);
const deadLetters = async (id: string) =>
  (
    await world.database.pool.query<{ id: string; code: string; stage: string }>(
      'select id, code, stage from webhook_delivery where subscription_id = $1 and stage <> $2 order by id',
      [id, 'next'],
    )
  ).rows;
const tasksAbout = (id: string) =>
  world.uses.lookups.openTasksAbout({ kind: 'webhook-subscription', id }, ['webhook-undelivered']);
const hours = async (count: number) => world.days(count / 24);
/** Its process runs and has nothing under way: whatever it tried is stored. */
const rests = (id: string) =>
  world.until('at rest', async () => {
    const found = await world.client.workflow.getHandle(`webhook/${id}`).describe();
    const busy = found.raw.pendingWorkflowTask != null || (found.raw.pendingActivities?.length ?? 0) > 0;
    return found.status.name === 'RUNNING' && !busy;
  });

test('what happens is sent in order, signed by both live secrets, and paused without a gap', async () => {
  const receipt = await world.subscribed(world.receiver);
  const { id } = receipt;
  const secret = (await world.ask.secretOf(receipt)) ?? '';
  const first = await world.open('diagnosis');
  await world.arrived(world.receiver, first);
  const [post] = world.receiver.received;
  expect(post === undefined ? undefined : signedBy(secret, post)).toBe(true);
  const rotated = await world.ask.rotateSecret({ ...world.request(), subscriptionId: id });
  const fresh = (await world.ask.secretOf(rotated)) ?? '';
  await world.ask.pauseWebhook({ ...world.request(), subscriptionId: id });
  const second = await world.open('suspicion');
  await shownByTheFeed(world.database.pool);
  await world.days(0.1);
  expect(casesTold(world.receiver)).toEqual([first]);
  await world.ask.resumeWebhook({ ...world.request(), subscriptionId: id });
  await world.arrived(world.receiver, second);
  const last = world.receiver.received.at(-1);
  expect([secret, fresh].map((one) => last !== undefined && signedBy(one, last))).toEqual([true, true]);
  expect(casesTold(world.receiver)).toEqual([first, second]);
  await world.ended(id);
  await keepHistory(world, `webhook/${id}`, 'webhook-paused-and-ended');
  const history = JSON.stringify((await world.history(`webhook/${id}`)).events);
  expect(history).not.toContain(secret);
});

test('a receiver that fails, hangs and answers garbage is asked again under the same id until it is back', async () => {
  const { id } = await world.subscribed(world.receiver);
  const other = await testReceiver();
  const neighbour = await world.subscribed(other);
  world.receiver.behave(answers(503));
  const first = await world.open('diagnosis');
  await done(world.receiver, 1);
  world.receiver.behave(hangs);
  await hours(0.01);
  await done(world.receiver, 2);
  await world.arrived(other, first); // one that hangs holds up nobody else
  world.receiver.behave(garbage);
  await hours(0.02);
  world.receiver.behave(answers(204));
  await hours(0.2);
  const second = await world.open('suspicion');
  await world.arrived(world.receiver, second);
  const ids = world.receiver.received.filter(({ items }) => items.some(({ caseId }) => caseId === first));
  expect(new Set(ids.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  expect(new Set(ids.map(({ body }) => body)).size).toBe(1);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  expect([await deadLetters(id), await tasksAbout(id)]).toEqual([[], []]);
  await world.ended(id);
  await keepHistory(world, `webhook/${id}`, 'webhook-receiver-came-back');
  await world.ended(neighbour.id);
  other.close();
}, 90_000);

test('what is refused lies aside with one task while the rest goes on, and is sent again when somebody asks', async () => {
  const { id } = await world.subscribed(world.receiver);
  world.receiver.behave(answers(410));
  const first = await world.open('diagnosis');
  await world.until('a dead letter', async () => (await deadLetters(id)).length === 1);
  world.receiver.behave(answers(302));
  const second = await world.open('suspicion');
  await world.until('two dead letters', async () => (await deadLetters(id)).length === 2);
  expect((await deadLetters(id)).map(({ code }) => code)).toEqual(['http-410', 'http-302']);
  expect(await tasksAbout(id)).toHaveLength(1);
  world.receiver.behave(answers(200));
  const third = await world.open('diagnosis');
  await world.arrived(world.receiver, third);
  const posts = world.receiver.received.length;
  for (const { id: deliveryId } of await deadLetters(id))
    await world.ask.retryDeadLetter({ ...world.request(), subscriptionId: id, deliveryId });
  await done(world.receiver, posts + 2);
  expect(casesTold(world.receiver).slice(-2)).toEqual([first, second]);
  await world.until('nothing lies aside', async () => (await deadLetters(id)).length === 0);
  await world.until('off the list', async () => (await tasksAbout(id)).length === 0);
  await world.ended(id);
  await keepHistory(world, `webhook/${id}`, 'webhook-dead-letters-sent-again');
}, 90_000);

test('a receiver that is down for a day is given up for that page, and gets what comes later', async () => {
  const { id } = await world.subscribed(world.receiver);
  world.receiver.behave(answers(500));
  await world.open('diagnosis');
  await done(world.receiver, 1);
  /** As if it had begun earlier: a whole day takes every process of this world a minute. */
  const begunEarlier = (by: number) =>
    world.database.pool.query(
      'update webhook_delivery set first_tried_at = first_tried_at - make_interval(hours => $2) where subscription_id = $1',
      [id, by],
    );
  await rests(id);
  await begunEarlier(23);
  const tried = world.receiver.received.length;
  await hours(0.01);
  await done(world.receiver, tried + 1);
  expect(await deadLetters(id)).toEqual([]);
  await rests(id);
  await begunEarlier(1);
  await hours(0.05);
  await world.until('a dead letter', async () => (await deadLetters(id)).length === 1);
  world.receiver.behave(answers(200));
  await world.arrived(world.receiver, await world.open('suspicion'));
  await world.ended(id);
  await keepHistory(world, `webhook/${id}`, 'webhook-given-up-after-a-day');
}, 120_000);

test('a process that is lost is begun again and goes on where it stood; what nobody took comes under the same id', async () => {
  const { id } = await world.subscribed(world.receiver);
  await world.arrived(world.receiver, await world.open('diagnosis'));
  await rests(id);
  await world.client.workflow.getHandle(`webhook/${id}`).terminate('the store is lost');
  const later = await world.open('suspicion');
  await world.arrived(world.receiver, later);
  expect(new Set(casesTold(world.receiver)).size).toBe(casesTold(world.receiver).length);

  world.receiver.behave(answers(503));
  const last = await world.open('diagnosis');
  await world.until('tried', async () => casesTold(world.receiver).includes(last));
  await rests(id);
  await world.client.workflow.getHandle(`webhook/${id}`).terminate('the store is lost again');
  world.receiver.behave(answers(200));
  await world.database.pool.query('update webhook_delivery set try_at = null'); // its pause is over
  expect((await rebuildProcesses(world.database.pool, world.client)).begun).toBeGreaterThan(0);
  await world.until(
    'sent again',
    async () => casesTold(world.receiver).filter((one) => one === last).length > 1,
  );
  const posts = world.receiver.received.filter(({ items }) => items.some(({ caseId }) => caseId === last));
  expect(new Set(posts.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  await world.ended(id);
}, 90_000);
