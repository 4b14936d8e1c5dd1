import { expect, test } from '@jest/globals';
import { pgChangeFeed } from '../../activities/adapters/postgres/change-feed.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { pgWebhookDeliveries } from '../../activities/adapters/postgres/webhook-deliveries.pg.ts';
import { aPerson } from '../support/aggregate-makers.ts';
import { shownByTheFeed } from '../support/feed-horizon.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';
import { aWebhookSubscription } from '../support/webhook-fixtures.ts';

const database = forThisFile(testDatabase);

test('only a subscriber behind whom something can be read is looked at', async () => {
  const { pool } = database;
  const { people, webhookSubscriptions } = pgRepositories(pool, () => false, seals);
  const deliveries = pgWebhookDeliveries(pool);
  const resting = async () => {
    await shownByTheFeed(pool);
    return deliveries.resting();
  };
  const [one, other] = [aWebhookSubscription(), aWebhookSubscription()];
  await webhookSubscriptions.save(one);
  await webhookSubscriptions.save(other);
  expect(await resting()).toHaveLength(2); // behind 0-0, where both begin

  const end = await pgChangeFeed(pool).end();
  await deliveries.progress(one.id, end);
  expect(await resting()).toEqual([{ subscriptionId: other.id, cursor: null }]);
  await deliveries.progress(other.id, end);
  expect(await resting()).toEqual([]);

  await people.save(aPerson());
  const both = await resting();
  expect(both).toHaveLength(2);
  expect(both).toContainEqual({ subscriptionId: one.id, cursor: end });
  expect(await deliveries.claim(one.id, end)).toBe(true);
  expect(await resting()).toEqual([{ subscriptionId: other.id, cursor: end }]);
});
