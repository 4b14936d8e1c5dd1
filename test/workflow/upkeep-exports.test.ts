import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { change } from '../../activities/change.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { anExport } from '../support/export-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';
import { upkeepStory } from '../support/upkeep-story.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

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
