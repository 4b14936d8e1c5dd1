import { beforeAll, expect, test } from '@jest/globals';
import { backfillTimetable, keepSchedules } from '../../activities/adapters/temporal/schedules.ts';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory } from '../support/golden.ts';

const world = forThisFile(bulkWorld);
beforeAll(() => world.work());

test('work that was due while nothing ran is done for the hour when it was due', async () => {
  await keepSchedules(world.client);
  // As after a lost store, five minutes past three o'clock in Seoul, at whatever hour this runs.
  await backfillTimetable(world.client, new Date('2026-03-01T18:05:00Z'));
  await world.ended('retention-sweep/2026-03-02');
  const { rows } = await world.pool.query(`select kind, key, stage from bulk_run`);
  expect(rows).toEqual([{ kind: 'retention-sweep', key: '2026-03-02', stage: 'finished' }]);
  const atThree = 'timetable-2026-03-01T18:00:00Z';
  await world.ended(atThree);
  await keepBulkHistory(world.client, atThree, 'timetable');
});
