import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { aTask } from '../support/aggregate-makers.ts';
import { upkeepStory } from '../support/upkeep-story.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

test('tasks of who is away are on the lists again within the round of a minute', async () => {
  const request = (by: string) => ({ commandId: randomUUID(), fingerprint: '', by });
  const task = aTask();
  await world.uses.tasks.save(task);
  await world.ask.claimTask({ ...request('kim'), taskId: task.id });
  await world.ask.revokeAccess({ ...request('boss'), staffId: 'kim', reason: 'left-office' });
  const last = await upkeepStory(world).upkept();
  const { state } = (await world.uses.tasks.load(task.id)).aggregate;
  expect([state.stage, state.owner, state.handedBackBecause]).toEqual(['open', undefined, 'access-revoked']);
  await keepBulkHistory(world.client, last, 'upkeep-away');
});
