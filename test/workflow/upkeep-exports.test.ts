import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { change } from '../../activities/change.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { bulkWorld, type BulkWorld } from '../support/bulk-world.ts';
import { anExport } from '../support/export-fixtures.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { upkeepStory } from '../support/upkeep-story.ts';

let world: BulkWorld;
beforeAll(async () => {
  world = await bulkWorld();
  await world.work();
});
afterAll(() => world.close());

test('an export that a killed server left is asked about, and takes what was decided, within the round of a minute', async () => {
  const { upkept } = upkeepStory(world);
  const { exports, lookups, tasks } = world.uses;
  const one = anExport({ by: 'kim' });
  await exports.save(one);
  await upkept();
  const taskId = (await lookups.lastTaskAbout({ kind: 'export', id: one.id }, 'export-approval')) ?? '';
  const at = Instant.of(new Date().toISOString());
  await change(tasks, taskId, { commandId: randomUUID() }, (task) =>
    task.execute({ type: 'DecideTask', decision: 'approve', mayDecide: [], by: 'lee', at }),
  );
  const last = await upkept();
  const { stage, decidedBy } = (await exports.load(one.id)).aggregate.state;
  expect([stage, decidedBy]).toEqual(['approved', 'lee']);
  await keepBulkHistory(world.client, last, 'upkeep-exports');
});
