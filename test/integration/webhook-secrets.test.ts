import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pgWebhookSecrets } from '../../activities/adapters/postgres/webhook-secrets.pg.ts';
import type { WebhookSecrets } from '../../activities/ports/webhook-secrets.ts';
import { newId } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { inboxSeal } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);
let secrets: WebhookSecrets;
let subscriptionId: string;
/** In the order in which they were made. */
let made: [string, string, string];
beforeAll(() => {
  secrets = pgWebhookSecrets(database.pool, inboxSeal);
});
beforeEach(async () => {
  subscriptionId = newId();
  made = [newId(), newId(), newId()];
  for (const id of made) await secrets.make(subscriptionId, id);
});

const isThere = (id: string): Promise<boolean> =>
  secrets.open([id]).then(
    () => true,
    () => false,
  );
const left = () => Promise.all(made.map(isThere));

test('of a subscription only those that are to be kept are left', async () => {
  await secrets.make(newId(), newId());
  await secrets.keepOnly(subscriptionId, made.slice(1));
  expect(await left()).toEqual([false, true, true]);
  await secrets.keepOnly(subscriptionId, []);
  expect(await left()).toEqual([false, false, false]);
});

test('one that somebody else makes at the same moment stays', async () => {
  await secrets.keepOnly(subscriptionId, made.slice(0, 2));
  expect(await left()).toEqual([true, true, true]);
});

test('made again it is the same', async () => {
  const [before] = await secrets.open([made[0]]);
  await secrets.make(subscriptionId, made[0]);
  expect(await secrets.open([made[0]])).toEqual([before]);
});
